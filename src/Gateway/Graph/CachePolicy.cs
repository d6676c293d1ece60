namespace Bff.Gateway.Graph;

/// <summary>Who may share an answer (RFC 9111 §5.2.2).</summary>
internal enum CacheScope
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
internal sealed record CachePolicy(CacheScope Scope, TimeSpan MaxAge)
{
    public static readonly CachePolicy Private = new(CacheScope.Private, TimeSpan.Zero);

    public static CachePolicy Public(TimeSpan maxAge) => new(CacheScope.Public, maxAge);

    public static CachePolicy PublicWhenAnonymous(TimeSpan maxAge) => new(CacheScope.PublicWhenAnonymous, maxAge);

    /// <summary>What may be done with both answers in one reply: the narrower scope, the shorter time.</summary>
    public CachePolicy And(CachePolicy other) =>
        new((CacheScope)Math.Max((int)Scope, (int)other.Scope), MaxAge < other.MaxAge ? MaxAge : other.MaxAge);
}
