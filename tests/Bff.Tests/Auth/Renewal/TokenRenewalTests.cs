using System.Diagnostics.Metrics;
using Bff.Contracts.Answers;
using Fault = Bff.Tests.Auth.Renewal.RotatingAuthority.Fault;

namespace Bff.Tests.Auth.Renewal;

public sealed class TokenRenewalTests
{
    [Fact]
    public async Task A_token_with_life_left_is_handed_out_without_a_call()
    {
        var rig = await RenewalRig.SignedInAsync();

        var result = await rig.Activate().Renewal.GetAsync();

        result.Token.ShouldBe(rig.V6.Live);
        rig.V6.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task Everybody_who_comes_near_expiry_shares_one_renewal()
    {
        var rig = await RenewalRig.SignedInAsync();
        var (renewal, _) = rig.Activate();
        rig.ToRenewalTime();
        rig.V6.Hold = new TaskCompletionSource();

        var waiting = Enumerable.Range(0, 300).Select(_ => renewal.GetAsync()).ToArray();
        rig.V6.Hold.SetResult();
        var results = await Task.WhenAll(waiting);

        rig.V6.Calls.ShouldBe(1);
        results.ShouldAllBe(result => result.Token == rig.V6.Live);
    }

    [Fact]
    public async Task Whoever_brings_a_token_that_was_replaced_gets_the_present_one_without_a_call()
    {
        var rig = await RenewalRig.SignedInAsync();
        var (renewal, _) = rig.Activate();
        var old = rig.V6.Live;

        var first = await renewal.ReplaceAsync(old);
        var second = await renewal.ReplaceAsync(old);

        first.Token.ShouldBe(rig.V6.Live);
        second.Token.ShouldBe(rig.V6.Live);
        rig.V6.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_successor_that_cannot_be_stored_is_not_handed_out_and_v6_is_not_asked_again()
    {
        var rig = await RenewalRig.SignedInAsync();
        var (renewal, _) = rig.Activate();
        rig.ToRenewalTime();
        rig.Row.IsDown = true;

        var meanwhile = await renewal.GetAsync();
        rig.Row.IsDown = false;
        var afterwards = await renewal.GetAsync();

        meanwhile.Failure.ShouldBe(new Failure(ErrorCodes.ClusterUnavailable, Retryable: true));
        afterwards.Token.ShouldBe(rig.V6.Live);
        rig.V6.Calls.ShouldBe(1);
        rig.Activate().Vault.Record!.Token.Token.ShouldBe(rig.V6.Live);
    }

    [Fact]
    public async Task Of_two_activations_the_loser_takes_over_the_winners_token()
    {
        var rig = await RenewalRig.SignedInAsync();
        var (one, other) = (rig.Activate(), rig.Activate());
        rig.ToRenewalTime();
        rig.V6.Hold = new TaskCompletionSource();

        var both = Task.WhenAll(one.Renewal.GetAsync(), other.Renewal.GetAsync());
        rig.V6.Hold.SetResult();
        var results = await rig.RunAsync(both);

        results.ShouldAllBe(result => result.Token == rig.V6.Live);
        rig.V6.Calls.ShouldBe(2);
        rig.Row.Exists.ShouldBeTrue();
    }

    [Fact]
    public async Task A_use_written_down_by_another_activation_does_not_lose_the_successor()
    {
        var rig = await RenewalRig.SignedInAsync();
        var (one, other) = (rig.Activate(), rig.Activate());
        rig.ToRenewalTime();
        await other.Vault.ChangeAsync(record => record! with { LastSeenAt = rig.Time.GetUtcNow() });

        await one.Renewal.GetAsync();

        var stored = rig.Activate().Vault.Record!;
        stored.Token.Token.ShouldBe(rig.V6.Live);
        stored.LastSeenAt.ShouldBe(rig.Time.GetUtcNow());
    }

    [Fact]
    public async Task An_explicit_refusal_ends_the_session()
    {
        var rig = await RenewalRig.SignedInAsync();
        var (renewal, _) = rig.Activate();
        var token = rig.V6.Live;
        rig.V6.RevokeAll();

        var result = await rig.RunAsync(renewal.ReplaceAsync(token));

        result.Failure!.Code.ShouldBe(ErrorCodes.Unauthenticated);
        rig.Row.Exists.ShouldBeFalse();
    }

    [Theory]
    [InlineData(Fault.LostBefore, true)]
    [InlineData(Fault.LostAfter, false)]
    internal async Task A_lost_reply_ends_the_session_only_if_the_token_was_spent(Fault fault, bool survives)
    {
        var rig = await RenewalRig.SignedInAsync();
        var (renewal, _) = rig.Activate();
        rig.ToRenewalTime();
        rig.V6.Script(fault);

        var result = await rig.RunAsync(renewal.GetAsync());

        result.IsFound.ShouldBe(survives);
        rig.Row.Exists.ShouldBe(survives);
        rig.V6.Calls.ShouldBe(2);
    }

    [Theory]
    [InlineData(Fault.Unavailable)]
    [InlineData(Fault.Busy)]
    internal async Task While_v6_cannot_renew_the_present_token_is_handed_out_and_v6_left_alone(Fault fault)
    {
        var rig = await RenewalRig.SignedInAsync();
        var (renewal, _) = rig.Activate();
        var present = rig.V6.Live;
        rig.ToRenewalTime();
        rig.V6.Script(fault);

        var results = new[] { await renewal.GetAsync(), await renewal.GetAsync(), await renewal.GetAsync() };

        results.ShouldAllBe(result => result.Token == present);
        rig.V6.Calls.ShouldBe(1);
        rig.Time.Advance(TimeSpan.FromSeconds(8));
        (await renewal.GetAsync()).Token.ShouldNotBe(present);
    }

    [Fact]
    public async Task Without_a_usable_token_an_outage_is_a_retryable_failure_and_no_sign_out()
    {
        var rig = await RenewalRig.SignedInAsync();
        var (renewal, _) = rig.Activate();
        rig.PastExpiry();
        rig.V6.Script(Fault.Unavailable, Fault.LostBefore, Fault.LostBefore);

        for (var i = 0; i < 20; i++)
        {
            var result = await renewal.GetAsync();
            result.Failure!.Retryable.ShouldBeTrue();
            rig.Time.Advance(TimeSpan.FromMilliseconds(100));
        }

        rig.Time.Advance(TimeSpan.FromSeconds(30));
        (await renewal.GetAsync()).Token.ShouldBe(rig.V6.Live);
    }

    [Fact]
    public async Task A_session_ended_while_its_token_is_renewed_stays_ended_and_v6_is_told()
    {
        var rig = await RenewalRig.SignedInAsync();
        var (renewal, vault) = rig.Activate();
        rig.ToRenewalTime();
        rig.V6.Hold = new TaskCompletionSource();

        var renewing = renewal.GetAsync();
        await vault.RemoveAsync();
        rig.V6.Hold.SetResult();
        var result = await rig.RunAsync(renewing);

        result.Failure!.Code.ShouldBe(ErrorCodes.Unauthenticated);
        rig.Row.Exists.ShouldBeFalse();
        rig.V6.Ended.ShouldBe([rig.V6.Live]);
    }

    [Fact]
    public async Task A_session_that_v6_refuses_to_renew_is_counted_as_ended()
    {
        var rig = await RenewalRig.SignedInAsync();
        var ended = 0L;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Name == "bff.sessions.changes" && instrument.Meter.Scope == rig.Meters)
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, sessions, tags, _) => ended += (string?)tags[0].Value == "ended" ? sessions : 0);
        listener.Start();
        var (renewal, _) = rig.Activate();
        var token = rig.V6.Live;
        rig.V6.RevokeAll();

        await rig.RunAsync(renewal.ReplaceAsync(token));
        await rig.RunAsync(renewal.ReplaceAsync(token));

        ended.ShouldBe(1);
    }

    [Fact]
    public async Task Of_those_that_end_a_session_at_once_one_has_ended_it()
    {
        var rig = await RenewalRig.SignedInAsync();
        var (_, vault) = rig.Activate();

        var removals = await Task.WhenAll(vault.RemoveAsync(), vault.RemoveAsync(), vault.RemoveAsync());

        removals.Count(removal => removal.IsDone).ShouldBe(1);
        rig.Row.Exists.ShouldBeFalse();
    }

    [Fact]
    public async Task A_session_ended_while_its_successor_is_being_stored_is_ended_with_the_successor()
    {
        var rig = await RenewalRig.SignedInAsync();
        var (_, vault) = rig.Activate();
        var successor = rig.V6.Issue();

        var storing = vault.ChangeAsync(record => record! with { Token = successor });
        var removal = await vault.RemoveAsync();

        (await storing).ShouldBeTrue();
        removal.Record!.Token.ShouldBe(successor);
    }

    [Fact]
    public async Task A_successor_that_waits_for_storage_is_given_up_once_when_the_session_ends()
    {
        var rig = await RenewalRig.SignedInAsync();
        var (renewal, vault) = rig.Activate();
        rig.ToRenewalTime();
        rig.Row.IsDown = true;
        await renewal.GetAsync();
        rig.Row.IsDown = false;

        await vault.RemoveAsync();

        renewal.TakeUnstored().ShouldBe(rig.V6.Live);
        renewal.TakeUnstored().ShouldBeNull();
        (await renewal.GetAsync()).Failure!.Code.ShouldBe(ErrorCodes.Unauthenticated);
    }

    [Fact]
    public async Task A_session_whose_key_is_missing_can_be_ended_and_does_not_come_back_with_the_key()
    {
        var rig = await RenewalRig.SignedInAsync();
        var vault = rig.OpenWithoutKey();
        vault.IsUnreadable.ShouldBeTrue();

        (await vault.RemoveAsync(_ => true)).IsDone.ShouldBeFalse("Nobody can tell what it holds.");
        var removal = await vault.RemoveAsync();

        removal.IsDone.ShouldBeTrue();
        rig.Row.Exists.ShouldBeFalse();
        rig.Activate().Vault.Record.ShouldBeNull();
    }
}
