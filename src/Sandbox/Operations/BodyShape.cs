using System.Text.Json.Nodes;

namespace Bff.Sandbox.Operations;

/// <summary>The fields of a request body, as the contract has them. Fields it does not name are let through.</summary>
internal sealed class BodyShape(params Field[] fields)
{
    public IReadOnlyList<Field> Fields { get; } = fields;

    /// <summary>False when the whole body may be left out.</summary>
    public bool Required { get; init; } = true;

    public List<FieldError> Check(JsonObject body, string path = "") =>
        [.. Fields.SelectMany(field => field.Check(body, path))];
}
