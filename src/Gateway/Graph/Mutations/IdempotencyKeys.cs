namespace Bff.Gateway.Graph.Mutations;

/// <summary>What an idempotency key may look like.</summary>
internal static class IdempotencyKeys
{
    public const int MaxLength = 128;

    public const string Rule = "must be 1 to 128 visible ASCII characters.";

    public const string Description =
        "Names this attempt, so that sending it again does not do it again: 1 to 128 visible ASCII characters, a UUID is advised. "
        + "All callers without a session share one actor per tenant.";

    public static bool IsValid(string key) => key.Length is > 0 and <= MaxLength && key.All(c => c is > ' ' and <= '~');
}
