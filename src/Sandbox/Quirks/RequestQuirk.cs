using System.Text.Json.Nodes;
using Bff.Sandbox.Auth;
using Bff.Sandbox.Operations;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Quirks;

/// <summary>A request before it is held against the contract.</summary>
/// <param name="Body">May be rewritten into the contract's form.</param>
/// <param name="Tenant">Tenant it is for.</param>
/// <param name="Customer">Who sends it, when known.</param>
/// <param name="Headers">Its headers.</param>
internal sealed record RequestForm(JsonObject Body, Tenant Tenant, Member? Customer, IHeaderDictionary Headers);

/// <summary>Accepts requests in another form that clients were seen to send, or asks for what they say is needed.</summary>
/// <param name="Row">Row of the notes' table.</param>
/// <param name="Operations">Operations that take that form.</param>
internal sealed record RequestQuirk(int Row, IReadOnlyList<string> Operations)
{
    /// <summary>Body fields that are no contract violation while the row is on.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Query parameters that are no contract violation while the row is on.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>Rewrites the body; returns what is missing all the same.</summary>
    public Func<RequestForm, FieldError?>? Rewrite { get; init; }
}
