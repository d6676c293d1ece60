namespace Bff.Grains.Auth;

/// <summary>
/// The clock of sessions, tokens, sign-in limits and receipts. Its own, because a test that moves the host's clock by an hour would make the
/// cluster believe that its silos are dead.
/// </summary>
internal sealed record AuthTime(TimeProvider Clock)
{
    /// <summary>Now.</summary>
    public DateTimeOffset Now => Clock.GetUtcNow();
}
