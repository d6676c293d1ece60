namespace Bff.Gateway.Graph;

/// <summary>Who may share an answer (RFC 9111 §5.2.2).</summary>
internal enum SharingScope
{
    /// <summary>One answer for all callers of the tenant.</summary>
    Public,

    /// <summary>One answer for all callers without a session.</summary>
    PublicWhenAnonymous,

    /// <summary>Nobody else.</summary>
    Private,
}

/// <summary>Who may share an answer, and for how long outside of its owner.</summary>
/// <param name="Scope">Who.</param>
/// <param name="MaxAge">How long; zero when private.</param>
internal sealed record SharingPolicy(SharingScope Scope, TimeSpan MaxAge)
{
    public static readonly SharingPolicy Private = new(SharingScope.Private, TimeSpan.Zero);

    public static SharingPolicy Public(TimeSpan maxAge) => new(SharingScope.Public, maxAge);

    public static SharingPolicy PublicWhenAnonymous(TimeSpan maxAge) => new(SharingScope.PublicWhenAnonymous, maxAge);

    /// <summary>What may be done with both answers in one reply: the narrower scope, the shorter time.</summary>
    public SharingPolicy And(SharingPolicy other) =>
        new((SharingScope)Math.Max((int)Scope, (int)other.Scope), MaxAge < other.MaxAge ? MaxAge : other.MaxAge);
}
