/// What pages are made of: form fields, error summary, figures, receipts, the closing questions.
///
/// Each record goes with the template of the same name in `templates/parts/`, which a page includes
/// inside a section of it: `{{#email}}{{>/parts/text-field}}{{/email}}`.
@NullMarked
package org.folkmoot.web.part;

import org.jspecify.annotations.NullMarked;
