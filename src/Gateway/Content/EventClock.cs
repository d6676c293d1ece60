using Bff.Contracts.Content;
using Bff.Gateway.Graph;

namespace Bff.Gateway.Content;

/// <summary>
/// What an event's state is now. v6 writes <c>past</c> while a later session is still open, and a kept answer grows old while the clock
/// goes on, so the sessions decide at the moment of showing (notes V22):
/// <list type="number">
/// <item>A cancelled event is cancelled.</item>
/// <item>One with sessions is ongoing while one of them runs, upcoming while one is to come, and past after them.</item>
/// <item>One without sessions is what v6 says; published and active ones are upcoming.</item>
/// </list>
/// </summary>
internal static class EventClock
{
    public static EventStatus StatusAt(this Event source, DateTimeOffset now)
    {
        // Step 1
        if (source.IsCancelled())
        {
            return EventStatus.Cancelled;
        }

        // Step 2
        if (!source.Sessions.IsEmpty)
        {
            return source.Sessions.Any(session => session.StartTime <= now && !session.IsOverAt(now)) ? EventStatus.Ongoing
                : source.Sessions.Any(session => !session.IsOverAt(now)) ? EventStatus.Upcoming
                : EventStatus.Past;
        }

        // Step 3
        return source.Status.ToUpperInvariant() is "PUBLISHED" or "ACTIVE" ? EventStatus.Upcoming : OpenEnum<EventStatus>.Of(source.Status);
    }

    /// <summary>The session is over: v6 says so, or its time has passed since.</summary>
    public static bool IsOverAt(this EventSession session, DateTimeOffset now) => session.Expired || session.OverAt <= now;

    /// <summary>Seats can be taken: v6 offers them, it is not over, and there is an id to name it by.</summary>
    public static bool IsAvailableAt(this EventSession session, DateTimeOffset now) =>
        session.Id is not null && session.Offered && !session.Full && !session.IsOverAt(now);

    public static bool IsCancelled(this Event source) => OpenEnum<EventStatus>.Of(source.Status) is EventStatus.Cancelled;
}
