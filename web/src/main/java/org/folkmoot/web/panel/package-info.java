/// Pages of the panel: this month's questions, joining and leaving, and the officer's page.
@NullMarked
package org.folkmoot.web.panel;

import org.jspecify.annotations.NullMarked;
