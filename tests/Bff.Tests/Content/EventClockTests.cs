using Bff.Contracts.Answers;
using Bff.Contracts.Content;
using Bff.Gateway.Content;
using CsCheck;

namespace Bff.Tests.Content;

/// <summary>Notes V22: the sessions say where an event stands, not its status.</summary>
public sealed class EventClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("past", -48, -24, "Past")]
    [InlineData("past", -48, 24, "Upcoming")]
    [InlineData("upcoming", -48, 0, "Ongoing")]
    [InlineData("PUBLISHED", 24, 48, "Upcoming")]
    [InlineData("Cancelled", 24, 48, "Cancelled")]
    [InlineData("something new", -24, -48, "Past")]
    public void Sessions_decide_unless_it_is_cancelled(string text, int first, int second, string expected) =>
        Event(text, Session(first), Session(second)).StatusAt(Noon).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("upcoming", "Upcoming")]
    [InlineData("Active", "Upcoming")]
    [InlineData("published", "Upcoming")]
    [InlineData("past", "Past")]
    [InlineData("postponed", "Unknown")]
    public void Without_sessions_v6_is_believed(string text, string expected) => Event(text).StatusAt(Noon).ToString().ShouldBe(expected);

    [Fact]
    public void A_session_can_be_taken_while_it_is_offered_named_not_full_and_not_over()
    {
        Session(1).IsAvailableAt(Noon).ShouldBeTrue();
        (Session(1) with { Id = null }).IsAvailableAt(Noon).ShouldBeFalse();
        (Session(1) with { Offered = false }).IsAvailableAt(Noon).ShouldBeFalse();
        (Session(1) with { Full = true }).IsAvailableAt(Noon).ShouldBeFalse();
        (Session(1) with { Expired = true }).IsAvailableAt(Noon).ShouldBeFalse();
    }

    [Fact]
    public void A_kept_answer_grows_old_with_the_clock()
    {
        var source = Event("upcoming", Session(1));

        source.StatusAt(Noon).ShouldBe(EventStatus.Upcoming);
        source.StatusAt(Noon.AddHours(1)).ShouldBe(EventStatus.Ongoing);
        source.StatusAt(Noon.AddHours(3)).ShouldBe(EventStatus.Past);
        source.Sessions[0].IsAvailableAt(Noon.AddHours(3)).ShouldBeFalse();
    }

    [Fact]
    public void An_event_never_goes_back_in_time() =>
        Gen.Select(Gen.Int[-100, 100].Array[1, 5], Gen.Int[0, 200], Gen.Int[0, 200]).Sample((starts, a, b) =>
        {
            var source = Event("published", [.. starts.Select(Session)]);
            var (early, late) = (Noon.AddHours(Math.Min(a, b)), Noon.AddHours(Math.Max(a, b)));
            if (source.StatusAt(early) is EventStatus.Past)
            {
                source.StatusAt(late).ShouldBe(EventStatus.Past);
            }

            (source.StatusAt(late) is EventStatus.Past).ShouldBe(source.Sessions.All(session => session.IsOverAt(late)));
        });

    private static EventSession Session(int inHours)
    {
        var start = Noon.AddHours(inHours);
        return new EventSession($"s{inHours}", start, start.AddHours(2), start.AddHours(2), false, null, false, false, true);
    }

    private static Event Event(string status, params EventSession[] sessions)
    {
        var free = new Money(0, "HKD");
        return new Event(
            "e1", "e1", "Event", null, null, null, free, free, null, null, null, "regular", status, null, null, null, null, false, 10, null, "in_person", [.. sessions]);
    }
}
