using Bff.Contracts.Bookings;
using Bff.Contracts.Live;
using Bff.Gateway.Live;

namespace Bff.Tests.Bookings;

/// <summary>What watchers are told when changes are lost, late, or too many for them.</summary>
public sealed class LiveViewTests
{
    private static readonly Guid Owner = Guid.NewGuid();

    [Fact]
    public void A_watcher_that_keeps_up_is_told_each_change_in_turn()
    {
        var view = Heard(upTo: 5);

        Told(view, from: 2).ShouldBe([(3, true), (4, true), (5, true)]);
    }

    [Fact]
    public void A_watcher_that_is_further_behind_than_what_is_kept_begins_anew()
    {
        var view = Heard(upTo: 1000);

        Told(view, from: 2).ShouldBe([(1000, false)]);
        view.Recent.Length.ShouldBeLessThan(100, "what a slow watcher costs");
    }

    [Fact]
    public void A_missing_change_makes_everybody_begin_anew()
    {
        var view = Heard(upTo: 5).With(Notice(7));

        Told(view, from: 5).ShouldBe([(7, false)]);
    }

    [Fact]
    public void What_comes_late_or_twice_or_from_an_owner_that_was_replaced_is_not_told()
    {
        var view = Heard(upTo: 5);

        view.With(Notice(4)).ShouldBeSameAs(view);
        view.With(Notice(5)).ShouldBeSameAs(view);
        view.With(Notice(6) with { Epoch = Guid.NewGuid() }).ShouldBeSameAs(view);
    }

    [Fact]
    public void Another_activation_of_the_owner_makes_everybody_begin_anew()
    {
        var other = Guid.NewGuid();
        var view = Heard(upTo: 5).With(new LiveState(other, 1, Notice(1) with { Epoch = other }, default, null));

        Told(view, from: 5).ShouldBe([(1, false)]);
    }

    [Fact]
    public void A_renewal_brings_what_was_lost()
    {
        var view = Heard(upTo: 5).With(new LiveState(Owner, 6, Notice(6), default, null));

        Told(view, from: 5).ShouldBe([(6, true)]);
    }

    private static LiveView Heard(int upTo)
    {
        var view = LiveView.Unknown.With(new LiveState(Owner, 1, Notice(1), default, null));
        for (var version = 2; version <= upTo; version++)
        {
            view = view.With(Notice(version));
        }

        return view;
    }

    private static List<(long Version, bool IsNext)> Told(LiveView view, int from)
    {
        var told = new List<(long, bool)>();
        for (var position = new LivePosition(Owner, from); view.After(position) is { } happened; position = happened.Position)
        {
            told.Add((happened.Position.Version, happened.IsNext));
        }

        return told;
    }

    private static LiveNotice Notice(int version) => new("owner", Owner, version, new BookingLive(BookingChangeKind.Reload, null));
}
