using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Grains.Auth;
using Bff.Grains.Auth.Refresh;
using Bff.Grains.Auth.Storage;
using static Bff.Tests.Auth.Renewal.RotatingAuthority;

namespace Bff.Tests.Auth.Renewal;

/// <summary>One thing that can happen to a session.</summary>
internal enum Event
{
    /// <summary>Somebody needs a token.</summary>
    Get,

    /// <summary>v6 answered 401 to the token that was handed out last.</summary>
    Replace,

    /// <summary>The customer asks for a renewal.</summary>
    Renew,

    /// <summary>A second passes.</summary>
    Second,

    /// <summary>The token comes near its end.</summary>
    NearExpiry,

    /// <summary>v6 answers an error to the next renewal.</summary>
    Unavailable,

    /// <summary>The next request for a renewal is lost on its way.</summary>
    LostBefore,

    /// <summary>The reply to the next renewal is lost.</summary>
    LostAfter,

    /// <summary>v6 takes its time until <see cref="Release"/>.</summary>
    Hold,

    /// <summary>v6 answers what it held.</summary>
    Release,

    /// <summary>Storage cannot be reached.</summary>
    StorageDown,

    /// <summary>Storage can be reached again.</summary>
    StorageUp,

    /// <summary>The customer signs out.</summary>
    Logout,

    /// <summary>v6 ends the token.</summary>
    Revoke,
}

/// <summary>Plays events on one session, held by one or more activations, and checks after each what must hold at all times.</summary>
internal sealed class RenewalStory
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly List<(Task<TokenResult> Call, bool AfterLogout)> _open = [];
    private readonly HashSet<Event> _seen = [];
    private readonly (TokenRenewal Renewal, SessionVault Vault)[] _activations;
    private readonly RenewalRig _rig;
    private CustomerToken _last;
    private bool _isLoggedOut;

    private RenewalStory(RenewalRig rig, int activations)
    {
        _rig = rig;
        _last = rig.V6.Live;
        _activations = [.. Enumerable.Range(0, activations).Select(_ => rig.Activate())];
    }

    public static async Task PlayAsync(int activations, IEnumerable<(Event Event, int Activation)> events)
    {
        var story = new RenewalStory(await RenewalRig.SignedInAsync(), activations);
        foreach (var (what, where) in events)
        {
            story.Play(what, story._activations[where % activations]);
            await story.SettleAsync();
        }

        await story.EndAsync();
    }

    private void Play(Event what, (TokenRenewal Renewal, SessionVault Vault) at)
    {
        _seen.Add(what);
        switch (what)
        {
            case Event.Get: Ask(at.Renewal.GetAsync()); break;
            case Event.Replace: Ask(at.Renewal.ReplaceAsync(_last)); break;
            case Event.Renew: Ask(RenewAsync(at.Renewal)); break;
            case Event.Second: _rig.Time.Advance(Second); break;
            case Event.NearExpiry: _rig.ToRenewalTime(); break;
            case Event.Unavailable: _rig.V6.Script(Fault.Unavailable); break;
            case Event.LostBefore: _rig.V6.Script(Fault.LostBefore); break;
            case Event.LostAfter: _rig.V6.Script(Fault.LostAfter); break;
            case Event.Hold: _rig.V6.Hold ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously); break;
            case Event.Release: Release(); break;
            case Event.StorageDown: _rig.Row.IsDown = true; break;
            case Event.StorageUp: _rig.Row.IsDown = false; break;
            case Event.Logout: Ask(LogoutAsync(at.Vault)); break;
            default: _rig.V6.RevokeAll(); break;
        }
    }

    private void Ask(Task<TokenResult> call) => _open.Add((call, _isLoggedOut));

    private static async Task<TokenResult> RenewAsync(TokenRenewal renewal) =>
        await renewal.RenewAsync() is { } failure ? TokenResult.Failed(failure) : await renewal.GetAsync();

    private async Task<TokenResult> LogoutAsync(SessionVault vault)
    {
        try
        {
            await vault.RemoveAsync();
            _isLoggedOut = true;
        }
        catch (IOException)
        {
            // The customer is told that it failed.
        }

        return TokenResult.SignInNeeded;
    }

    private void Release()
    {
        _rig.V6.Hold?.SetResult();
        _rig.V6.Hold = null;
    }

    // Lets everything run that does not wait for time or for v6, and looks at what has been answered.
    private async Task SettleAsync()
    {
        for (var turn = 0; turn < 40; turn++)
        {
            await Task.Yield();
        }

        foreach (var (call, afterLogout) in _open.Where(asked => asked.Call.IsCompleted).ToArray())
        {
            Check(await call, afterLogout);
        }

        _open.RemoveAll(asked => asked.Call.IsCompleted);
    }

    private void Check(TokenResult result, bool afterLogout)
    {
        if (!result.IsFound)
        {
            (result.Failure!.Retryable || result.Failure.Code is ErrorCodes.Unauthenticated).ShouldBeTrue($"{result.Failure}");
            return;
        }

        // Stored before it is used: what is handed out is never newer than what storage has.
        afterLogout.ShouldBeFalse("A session that was ended gave a token.");
        _last = result.Token;
        if (_rig.Stored is { } stored)
        {
            NumberOf(result.Token).ShouldBeLessThanOrEqualTo(NumberOf(stored), "A token was handed out before it was stored.");
        }
    }

    // Everything works again and time passes: whoever waits is answered, and nobody has lost the session who did not have to.
    private async Task EndAsync()
    {
        Release();
        _rig.Row.IsDown = false;
        _rig.V6.ForgetFaults();
        for (var second = 0; second < 40; second++)
        {
            _rig.Time.Advance(Second);
            await SettleAsync();
        }

        _open.ShouldBeEmpty("Somebody was never answered.");
        if (_isLoggedOut)
        {
            _rig.Row.Exists.ShouldBeFalse("A session that was ended came back.");
        }
        else if (!_seen.Overlaps([Event.LostAfter, Event.Revoke]))
        {
            foreach (var (renewal, _) in _activations)
            {
                // An activation that takes over a token which is itself due by now says "later" once.
                var result = await _rig.RunAsync(renewal.GetAsync());
                result = result.IsFound ? result : await _rig.RunAsync(renewal.GetAsync());
                result.IsFound.ShouldBeTrue($"The session was lost: {result.Failure}");
            }

            _rig.Stored.ShouldBe(_rig.V6.Live);
            (_activations.Length == 1 ? _rig.V6.Refusals : 0).ShouldBe(0, "v6 was asked about a token that had been spent.");
        }
    }

    private static int NumberOf(CustomerToken token) => int.Parse(token.Value["token-".Length..], null);
}
