package org.folkmoot.story;

import java.util.function.UnaryOperator;
import org.folkmoot.media.MediaId;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.Others;
import org.jspecify.annotations.Nullable;

/// A story as it is told, not yet kept.
///
/// @param act id of the sending; the same again is the same story. Empty: always a new one
/// @param text what was typed; may be empty if there is a file
/// @param language BCP 47, of the words
/// @param contentNote what may be hard to read or hear in it, shown before it; may be empty
/// @param file from [StoryService#receive], or null
/// @param description what is in the picture or said in the recording; may be empty
/// @param captions the words of a recording with their times, from [StoryService#receive], or null
/// @param others who else is to be seen or heard in the file
/// @param participant pseudonym of the teller's device; may be empty
/// @param closing puts the closing answers in: uses, age, how to tell
public record StoryDraft(
    String consultation,
    String act,
    String title,
    String text,
    String language,
    String contentNote,
    @Nullable MediaId file,
    String description,
    @Nullable MediaId captions,
    Others others,
    String participant,
    UnaryOperator<NewContribution> closing) {}
