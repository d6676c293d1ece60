namespace Bff.Sandbox.Operations;

/// <summary>Who may call an operation, as <c>x-favcrm-auth</c> of the contract says.</summary>
internal enum Access
{
    /// <summary>A tenant is enough; a token is not looked at.</summary>
    Public,

    /// <summary>Needs a customer token.</summary>
    Required,

    /// <summary>A token changes the answer; a bad one is refused.</summary>
    Optional,

    /// <summary>The token in the path is the credential and names the tenant; no tenant header.</summary>
    Magic,
}

/// <summary>How long a rendered answer to an anonymous GET may be sent again.</summary>
internal enum Keep
{
    /// <summary>Rendered anew each time.</summary>
    Never,

    /// <summary>Depends on the sample data alone: shared by all tenants that show it.</summary>
    Dataset,

    /// <summary>Depends on the tenant's state and on the time of day to the minute.</summary>
    Tenant,
}

/// <summary>Answers one call. Runs while the tenant's gate is held: read and change its state freely, and never wait.</summary>
internal delegate Reply Handler(Call call);

/// <summary>One operation of the contract and the handler that stands in for it.</summary>
internal sealed record Operation(string Id, string Method, string Template, Access Access, Handler Handler)
{
    /// <summary>What the body must look like; null for operations without one.</summary>
    public BodyShape? Body { get; init; }

    /// <summary>The query parameters of the contract.</summary>
    public QueryShape Query { get; init; } = QueryShape.None;

    public Keep Keep { get; init; } = Keep.Never;

    /// <summary>Finds the tenant where neither header nor host says it; when it finds none the answer is 404.</summary>
    public Func<TenantSearch, Tenants.Tenant?>? FindTenant { get; init; }

    /// <summary>A public operation that nevertheless knows a customer when a good token comes along.</summary>
    public bool KnowsCustomer { get; init; }

    /// <summary>Whoever has the id in the path may act on it: logs blot it out, as they do the token of <see cref="Access.Magic"/>.</summary>
    public bool SecretPath { get; init; }

    /// <summary>Takes a token whose subject is no member, for the handler to judge: what a guest got for one registration.</summary>
    public bool TakesGuestToken { get; init; }

    public static Operation Get(string id, string template, Access access, Handler handler) =>
        new(id, HttpMethods.Get, template, access, handler);

    public static Operation Post(string id, string template, Access access, Handler handler) =>
        new(id, HttpMethods.Post, template, access, handler);
}

/// <summary>What is known of a call before its tenant is.</summary>
internal sealed record TenantSearch(SandboxWorld World, IReadOnlyList<string> PathValues, IQueryCollection Query);
