using System.Text.Json;
using Bff.Contracts.Surveys;
using Bff.Gateway.Graph.Mutations;

namespace Bff.Gateway.Surveys;

/// <summary>What may be sent as answers: an object of a size that a person fills in. Whether it fits the questions is v6's to say.</summary>
internal static class SurveyAnswerChecks
{
    public const string Limits = "At most 200 members and 32,768 characters of JSON, nested 8 levels at most.";

    private const int MaxMembers = 200;
    private const int MaxLength = 32_768;
    private const int MaxDepth = 8;
    private const int MaxNameLength = 128;

    /// <summary>The answers as text; worthless when the check has errors.</summary>
    public static SurveyAnswers Answers(this InputCheck check, JsonElement answers, JsonElement? metadata) =>
        new(check.Object("answers", answers), metadata is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } given ? check.Object("metadata", given) : null);

    private static string Object(this InputCheck check, string field, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            check.Require(false, field, "must be an object.");
            return "{}";
        }

        var text = value.GetRawText();
        check.Require(text.Length <= MaxLength, field, $"may have at most {MaxLength} characters.");
        check.Require(value.EnumerateObject().Count() <= MaxMembers, field, $"may have at most {MaxMembers} members.");
        check.Require(value.EnumerateObject().All(member => member.Name.Length is > 0 and <= MaxNameLength), field, "holds a member without a usable name.");
        check.Require(value.EnumerateObject().Select(member => member.Name).Distinct(StringComparer.Ordinal).Count() == value.EnumerateObject().Count(), field, "holds a member twice.");
        check.Require(DepthOf(value) <= MaxDepth, field, $"may be nested {MaxDepth} levels at most.");
        return text;
    }

    private static int DepthOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => 1 + value.EnumerateObject().Select(member => DepthOf(member.Value)).DefaultIfEmpty().Max(),
        JsonValueKind.Array => 1 + value.EnumerateArray().Select(DepthOf).DefaultIfEmpty().Max(),
        _ => 0,
    };
}
