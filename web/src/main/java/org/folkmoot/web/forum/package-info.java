/// Pages of the live forum: its list, a session as residents and as its host see it, a topic.
@NullMarked
package org.folkmoot.web.forum;

import org.jspecify.annotations.NullMarked;
