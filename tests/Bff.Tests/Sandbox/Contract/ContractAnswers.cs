using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bff.Tests.Sandbox.Contract;

/// <summary>Holds an answer against what the contract says of its operation and status.</summary>
internal static class ContractAnswers
{
    private const string Prefix = "/v6/customer-portal";

    /// <summary>The operation of a method and path (without the prefix); null when the contract has none.</summary>
    public static ContractOperation? OperationOf(string method, string path)
    {
        var segments = (Prefix + path.Split('?')[0]).Split('/');
        return ContractFile.Operations
            .Where(o => o.Method == method && Fits(o.Path.Split('/'), segments))
            .MinBy(o => o.Path.Count(c => c == '{'));
    }

    public static IReadOnlyList<string> Errors(ContractOperation operation, int status, string text)
    {
        if (operation.ResponseSchema(status) is not { } schema)
        {
            return [$"{operation.Id} has no answer {status}"];
        }

        return Parse(text) is { } json
            ? ContractSchemas.Errors(((string)schema["$ref"]!).Split('/')[^1], json)
            : [$"{operation.Id} {status} is no JSON"];
    }

    private static bool Fits(string[] template, string[] segments) =>
        template.Length == segments.Length && template.Zip(segments).All(p => p.First.StartsWith('{') || p.First == p.Second);

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
