package org.folkmoot.web.desk;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.Pagination;
import org.folkmoot.web.part.Select;
import org.folkmoot.web.part.TextField;
import org.folkmoot.web.record.VoiceItem;
import org.jspecify.annotations.Nullable;

/// What waits to be looked at, oldest first; what says nearly the same is one card.
///
/// Names of the fields: `pick`, `check`, `claim`, `free` (a card's contributions with their
/// versions), `do` = `check` | `decline` | `hold` | `undo`, `reason`, `reason-own`, `shown`,
/// `from`, `sure`.
///
/// @param done what this reader did last, or null
/// @param comparing that not everything has been compared yet, or null
/// @param from this very part of the queue, to come back to
/// @param policyHref what is shown and what is not, as people read it
public record QueuePage(
    String title,
    @Nullable ErrorSummary errors,
    List<Tab> tabs,
    @Nullable Done done,
    @Nullable String comparing,
    String action,
    String from,
    List<Card> cards,
    Select reason,
    TextField reasonOwn,
    @Nullable EmptyState nothing,
    @Nullable Pagination pages,
    String policyHref,
    String appealsHref)
    implements Page {

  public QueuePage {
    tabs = List.copyOf(tabs);
    cards = List.copyOf(cards);
  }

  public record Tab(String label, String count, String href, boolean current) {}

  /// @param meanwhile what somebody else had decided meanwhile, a sentence each
  public record Done(String said, boolean undoable, List<String> meanwhile) {
    public Done {
      meanwhile = List.copyOf(meanwhile);
    }
  }

  /// @param picks all its contributions with their versions
  /// @param alike how many people said nearly the same, or null for one
  /// @param moreAlike how many are not shown here, or null
  /// @param claimed who looks at it just now, or null
  /// @param mine whether that is this reader
  /// @param listenHref where it is listened to and written down, which comes before it can be
  ///   checked; empty for what is there to read
  /// @param refuseHref this page with the card ticked, at the reasons for not showing
  public record Card(
      String id,
      String picks,
      VoiceItem voice,
      String code,
      String href,
      String age,
      @Nullable String alike,
      List<Like> likes,
      @Nullable String moreAlike,
      @Nullable String claimed,
      boolean mine,
      boolean picked,
      String refuseHref,
      String listenHref) {
    public Card {
      likes = List.copyOf(likes);
    }

    public boolean isUnheard() {
      return !listenHref.isEmpty();
    }

    public boolean hasLikes() {
      return !likes.isEmpty();
    }
  }

  /// Another that says nearly the same, in pieces.
  public record Like(String likeCode, String likeHref, String likeLang, List<Part> parts) {
    public Like {
      parts = List.copyOf(parts);
    }
  }

  /// Words of another: added to the first, left out of it, or the same.
  public record Part(boolean added, boolean gone, String words) {
    public boolean isLike(Part other) {
      return added == other.added && gone == other.gone;
    }

    public boolean same() {
      return !added && !gone;
    }
  }

  public boolean hasCards() {
    return !cards.isEmpty();
  }

  @Override
  public String template() {
    return "desk/queue.mustache";
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }
}
