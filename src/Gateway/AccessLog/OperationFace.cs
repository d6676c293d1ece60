using System.Security.Cryptography;
using System.Text;
using Bff.Gateway.Graph.Planning;

namespace Bff.Gateway.AccessLog;

/// <summary>What the log shows of an operation: names that our schema has, and a hash.</summary>
/// <param name="Kind"><c>query</c>, <c>mutation</c> or <c>subscription</c>.</param>
/// <param name="Fields">The fields at its root; the name that the client gave it could be anything.</param>
/// <param name="Document">SHA-256 of the document's text, as trusted and persisted documents are named.</param>
internal sealed record OperationFace(string Kind, string Fields, string Document)
{
    private const int MostFields = 6;

    /// <summary>Nothing was run.</summary>
    public static OperationFace None { get; } = new("-", "-", "-");

    public static OperationFace Of(OperationPlan plan, string query)
    {
        var names = plan.Root.Fields.Select(field => field.Definition.Name).Distinct().Take(MostFields + 1).ToList();
        return new OperationFace(
            plan.Operation.Operation.ToString().ToLowerInvariant(),
            names.Count > MostFields ? string.Join('+', names.Take(MostFields)) + "+" : string.Join('+', names),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query))));
    }
}
