package org.folkmoot.web.story;

import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.TextField;

/// Is anybody else to be seen or heard, and did they agree?
///
/// @param who who they are and how they agreed
/// @param young who agreed for somebody under 16
public record OthersQuestion(Choices others, TextField who, TextField young) {}
