using Bff.Contracts.Answers;
using Bff.Contracts.Bookings;
using Bff.Grains.Bookings;

namespace Bff.Tests.Bookings;

public sealed class SlotArbiterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly SlotPlace Place = PlaceAt(Noon);

    [Fact]
    public void Nobody_is_read_for_or_waited_for_without_rivals() => Decide([], left: null).ShouldBeOfType<SlotVerdict.Admit>();

    [Fact]
    public void A_rival_asks_for_a_look_at_v6_s_slots() => Decide([UnderWay(At(1))], left: null).ShouldBeOfType<SlotVerdict.Read>();

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void A_rival_that_v6_cannot_have_counted_takes_a_place(int left, bool admitted) =>
        (Decide([UnderWay(At(30))], left, asked: 10, answered: 20) is SlotVerdict.Admit).ShouldBe(admitted);

    [Fact]
    public void A_rival_that_v6_may_have_counted_is_waited_for()
    {
        var rival = UnderWay(At(5));

        Decide([rival], left: 1, asked: 10, answered: 20).ShouldBeOfType<SlotVerdict.Wait>().Attempts.ShouldBe([rival.Attempt]);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_booking_that_v6_has_counted_leaves_it_to_v6_s_number(int left, bool admitted) =>
        (Decide([Taken(At(1), At(2))], left, asked: 10, answered: 20) is SlotVerdict.Admit).ShouldBe(admitted);

    [Fact]
    public void A_booking_made_while_v6_was_asked_for_its_slots_asks_for_another_look() =>
        Decide([Taken(At(1), At(15))], left: 1, asked: 10, answered: 20).ShouldBeOfType<SlotVerdict.Read>();

    [Fact]
    public void An_unknown_outcome_takes_a_place_even_if_v6_may_have_counted_it() =>
        Decide([Unknown(At(1))], left: 1, asked: 10, answered: 20).ShouldBeOfType<SlotVerdict.Refuse>();

    [Fact]
    public void An_attempt_that_nobody_of_this_activation_makes_counts_as_unknown() =>
        Decide([UnderWay(At(1))], left: 1, asked: 10, answered: 20, isUnderWay: false).ShouldBeOfType<SlotVerdict.Refuse>();

    [Fact]
    public void When_v6_cannot_say_what_is_left_they_go_one_after_the_other()
    {
        Decide([UnderWay(At(1))], left: null, canRead: false).ShouldBeOfType<SlotVerdict.Wait>();
        Decide([Unknown(At(1))], left: null, canRead: false).ShouldBeOfType<SlotVerdict.Refuse>();
        Decide([Taken(At(1), At(2))], left: null, canRead: false).ShouldBeOfType<SlotVerdict.Admit>();
    }

    [Fact]
    public void A_booking_under_way_of_a_slot_that_overlaps_is_waited_for_and_never_refused()
    {
        var neighbour = UnderWay(At(1)) with { Place = PlaceAt(Noon.AddMinutes(30)) };

        Decide([neighbour], left: 0, asked: 10, answered: 20).ShouldBeOfType<SlotVerdict.Wait>();
        Decide([neighbour with { State = HoldState.Taken, SettledAt = At(2) }], left: 0, asked: 10, answered: 20, isUnderWay: false).ShouldBeOfType<SlotVerdict.Admit>();
    }

    [Fact]
    public void Another_person_or_room_is_another_place() =>
        Decide([UnderWay(At(30)) with { Place = Place with { StaffId = "st-2" } }], left: 1, asked: 10, answered: 20, staff: "st-1").ShouldBeOfType<SlotVerdict.Admit>();

    [Fact]
    public void A_booking_that_moves_is_no_rival_of_itself() =>
        new SlotArbiter([Taken(At(30), At(31))], _ => false)
            .Decide(new WantedPlace(Place, "bkg-1", Noon), ReadingOf(0, 10, 20, null), canRead: true).ShouldBeOfType<SlotVerdict.Admit>();

    private static SlotVerdict Decide(
        SlotHold[] holds, int? left, int asked = 0, int answered = 0, bool canRead = true, bool isUnderWay = true, string? staff = null) =>
        new SlotArbiter(holds, attempt => isUnderWay && holds.Any(hold => hold.Attempt == attempt && hold.State == HoldState.Sending))
            .Decide(new WantedPlace(Place with { StaffId = staff }), left is { } places ? ReadingOf(places, asked, answered, staff) : null, canRead);

    private static SlotReading ReadingOf(int left, int asked, int answered, string? staff)
    {
        var slot = new Slot(Noon, Noon.AddHours(1), new TimeOnly(12, 0), new TimeOnly(13, 0), left > 0, left, staff, null, new Money(1, "HKD"), null);
        return new SlotReading(new SlotDay(new DateOnly(2026, 11, 24), "UTC", [slot], At(answered)), At(asked), At(answered));
    }

    private static SlotHold UnderWay(DateTimeOffset since) => new(Guid.NewGuid(), Place, HoldState.Sending, since, null, null);

    private static SlotHold Unknown(DateTimeOffset since) => UnderWay(since) with { State = HoldState.Unknown, SettledAt = since };

    private static SlotHold Taken(DateTimeOffset since, DateTimeOffset at) =>
        UnderWay(since) with { State = HoldState.Taken, SettledAt = at, BookingId = "bkg-1" };

    private static SlotPlace PlaceAt(DateTimeOffset start) => new(start, start.AddHours(1), null, null);

    private static DateTimeOffset At(int second) => Noon.AddDays(-1).AddSeconds(second);
}
