namespace Bff.Grains.Auth;

/// <summary>Where sessions, their lists and the sign-in limits are stored.</summary>
internal static class SessionStorage
{
    /// <summary>Name of the grain storage, so that it can be a Redis of its own.</summary>
    public const string Name = "sessions";
}
