/// The live forum over real HTTP and real sockets.
package org.folkmoot.forum;
