package org.folkmoot.web.consultation;

import org.folkmoot.web.part.Checkbox;
import org.folkmoot.web.part.Select;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// Whose portal this is, to be filled in.
///
/// @param person who answers, and `hours` when
/// @param inPerson where and when somebody can be asked face to face
/// @param yourName who sets it up; null once somebody works here
/// @param safetyLead that they read what may mean danger, until they name another; null once
///   somebody works here
public record CouncilFields(
    TextField name,
    Select country,
    TextField person,
    TextArea hours,
    TextField phone,
    TextField email,
    TextArea address,
    TextArea inPerson,
    @Nullable TextField yourName,
    @Nullable Checkbox safetyLead) {}
