using System.Collections.Immutable;
using System.Text.Json;
using Bff.Upstream.Json;

namespace Bff.Upstream.Surveys;

/// <summary>A question or statement. Source: v6 SurveyQuestion.</summary>
/// <remarks>
/// <c>Type</c>: Kind as v6 writes it; open set.
/// </remarks>
internal sealed record V6SurveyQuestion(
    string Id,
    string Type,
    string Title,
    string? Description,
    string? HelpText,
    bool Required,
    ImmutableArray<V6SurveyOption> Options,
    V6SurveyValidation? Validation,
    ImmutableArray<V6SurveyBranch> Branches,
    JsonElement? Metadata)
{
    /// <summary>Reads a question; without its id it cannot be answered and is unusable.</summary>
    public static V6SurveyQuestion? Read(V6Json json) => json.Key("id") is not { } id ? null : new(
        id,
        json.Text("type") ?? "",
        json.Text("title") ?? "",
        json.Text("description"),
        json.Text("helpText"),
        json.Flag("required") ?? json.Get("validation").Flag("required") ?? false,
        json.Many("options", V6SurveyOption.Read),
        json.One("validation", V6SurveyValidation.Read),
        json.Many("branches", V6SurveyBranch.Read),
        json.Raw("metadata"));
}

/// <summary>A choice. Source: v6 SurveyOption.</summary>
internal sealed record V6SurveyOption(string? Id, string Label, string Value, decimal? Score)
{
    /// <summary>Reads a choice; without its value it cannot be sent and is unusable.</summary>
    public static V6SurveyOption? Read(V6Json json) =>
        json.Text("value", "id") is { } value ? new(json.Key("id"), json.Text("label") ?? value, value, json.Decimal("score")) : null;
}

/// <summary>Limits on an answer. Source: v6 SurveyValidation.</summary>
internal sealed record V6SurveyValidation(decimal? Min, decimal? Max, int? MinLength, int? MaxLength, string? Pattern)
{
    /// <summary>Reads limits.</summary>
    public static V6SurveyValidation Read(V6Json json) => new(
        json.Decimal("min"), json.Decimal("max"), json.Int("minLength"), json.Int("maxLength"), json.Text("pattern"));
}

/// <summary>A jump that depends on the answer. Source: v6 SurveyBranch.</summary>
internal sealed record V6SurveyBranch(string Operator, JsonElement? Value, string? GoToBlockId, bool EndSurvey)
{
    /// <summary>Reads a jump; without an operator it is unusable.</summary>
    public static V6SurveyBranch? Read(V6Json json) => json.Get("when") is var when && when.Key("operator") is { } comparison
        ? new(comparison, when.Raw("value"), json.Key("goToBlockId"), json.Flag("endSurvey") ?? false)
        : null;
}
