using System.Net.Mail;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bff.Sandbox.Operations;
using NodaTime.Text;

namespace Bff.Sandbox.Surveys;

/// <summary>Holds answers against the questions of a survey.</summary>
internal static class AnswerRules
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(100);

    public static List<FieldError> Check(SurveySeed survey, JsonObject answers)
    {
        var known = survey.Questions.ToDictionary(q => q.Id, StringComparer.Ordinal);
        List<FieldError> errors =
            [.. answers.Where(a => !known.ContainsKey(a.Key)).Select(a => FieldError.Malformed(Name(a.Key), "a question of this survey"))];
        foreach (var question in QuestionPath.Of(survey.Questions, answers))
        {
            if (CheckOne(survey, question, answers[question.Id]) is { } error)
            {
                errors.Add(error);
            }
        }

        return errors;
    }

    private static FieldError? CheckOne(SurveySeed survey, QuestionSeed question, JsonNode? answer)
    {
        var isRequired = question.Required || question.Validation?.Required == true;
        if (IsEmpty(answer))
        {
            return isRequired && !survey.Settings.AllowPartial ? FieldError.Missing(Name(question.Id)) : null;
        }

        return Wanted(question, answer!) is { } wanted ? FieldError.Malformed(Name(question.Id), wanted) : null;
    }

    /// <summary>What the answer should have been; null when it is that.</summary>
    private static string? Wanted(QuestionSeed question, JsonNode answer) => question.Type switch
    {
        "single_choice" => IsChoice(question, answer) ? null : "one of the choices",
        "multi_choice" => answer is JsonArray list && list.All(entry => IsChoice(question, entry)) ? null : "a list of choices",
        "rating" or "nps" or "number" => CheckNumber(question.Validation, answer),
        "email" => TextOf(answer) is { } text && MailAddress.TryCreate(text, out _) ? null : "an e-mail address",
        "date" => TextOf(answer) is { } text && LocalDatePattern.Iso.Parse(text).Success ? null : "a day, YYYY-MM-DD",
        "short_text" or "long_text" or "phone" => CheckText(question.Validation, answer),
        _ => null,
    };

    private static string? CheckNumber(ValidationSeed? limits, JsonNode answer)
    {
        var isNumber = answer.GetValueKind() == JsonValueKind.Number;
        var number = isNumber && answer.AsValue().TryGetValue<decimal>(out var value) ? value : (decimal?)null;
        var fits = number is not null && !(number < limits?.Min) && !(number > limits?.Max);
        return fits ? null : "a number within the limits";
    }

    private static string? CheckText(ValidationSeed? limits, JsonNode answer)
    {
        if (TextOf(answer) is not { } text)
        {
            return "text";
        }

        if (text.Length < limits?.MinLength || text.Length > limits?.MaxLength)
        {
            return "text within the limits";
        }

        var fits = limits?.Pattern is null || Regex.IsMatch(text, limits.Pattern, RegexOptions.None, PatternTimeout);
        return fits ? null : "text of the form asked for";
    }

    private static bool IsChoice(QuestionSeed question, JsonNode? answer) =>
        TextOf(answer) is { } text && question.Options!.Any(option => option.Value == text);

    private static bool IsEmpty(JsonNode? answer) => answer switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        _ => TextOf(answer) is { } text && string.IsNullOrWhiteSpace(text),
    };

    private static string? TextOf(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    private static string Name(string questionId) => "answers." + questionId;
}
