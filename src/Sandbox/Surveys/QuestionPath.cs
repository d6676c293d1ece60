using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bff.Sandbox.Surveys;

/// <summary>Which questions somebody meets who answers like this: jumps lead past others, or to the end.</summary>
internal static class QuestionPath
{
    public static IEnumerable<QuestionSeed> Of(IReadOnlyList<QuestionSeed> questions, JsonObject answers)
    {
        for (var i = 0; i < questions.Count;)
        {
            var question = questions[i];
            yield return question;
            var jump = question.Branches?.FirstOrDefault(branch => Fits(branch.When, answers[question.Id]));
            i = jump is null ? i + 1 : jump.EndSurvey == true ? questions.Count : Target(questions, jump, i);
        }
    }

    // Only ever forward, so that no survey runs in circles.
    private static int Target(IReadOnlyList<QuestionSeed> questions, BranchSeed jump, int from) =>
        Enumerable.Range(from + 1, questions.Count - from - 1).FirstOrDefault(i => questions[i].Id == jump.GoToBlockId, from + 1);

    private static bool Fits(ConditionSeed condition, JsonNode? answer) => (condition.Operator, answer) switch
    {
        (_, null) => false,
        ("equals", _) => Text(answer) == Text(condition.Value),
        ("not_equals", _) => Text(answer) != Text(condition.Value),
        ("contains", JsonArray list) => list.Any(entry => Text(entry) == Text(condition.Value)),
        ("contains", _) => Text(answer).Contains(Text(condition.Value), StringComparison.Ordinal),
        ("greater_than", _) => Number(Text(answer)) > Number(Text(condition.Value)),
        ("less_than", _) => Number(Text(answer)) < Number(Text(condition.Value)),
        _ => false,
    };

    private static string Text(JsonNode? node) => node?.ToString() ?? "";

    private static string Text(JsonElement value) => value.ToString();

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
