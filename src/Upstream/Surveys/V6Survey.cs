using System.Collections.Immutable;
using System.Text.Json;
using Bff.Upstream.Json;

namespace Bff.Upstream.Surveys;

/// <summary>A survey as a respondent gets it. Source: v6 SurveyView.</summary>
internal sealed record V6SurveyView(V6Survey Survey, V6SurveyInvitation? Invitation)
{
    /// <summary>Reads a view, or a bare survey.</summary>
    public static V6SurveyView? Read(V6Json json) =>
        V6Survey.Read(json.Get("survey") is { IsObject: true } nested ? nested : json) is { } survey
            ? new(survey, json.One("invitation", V6SurveyInvitation.Read))
            : null;
}

/// <summary>A survey. Source: v6 Survey.</summary>
/// <remarks>
/// <c>Status</c>: State as v6 writes it; open set.
/// <c>Visibility</c>: Who may open it, as v6 writes it; open set.
/// </remarks>
internal sealed record V6Survey(
    string Id,
    string Title,
    string Slug,
    string? Description,
    string Status,
    string Visibility,
    ImmutableArray<V6SurveyQuestion> Questions,
    V6SurveySettings Settings,
    DateTimeOffset? OpenAt,
    DateTimeOffset? CloseAt)
{
    /// <summary>Reads a survey; without its id it cannot be answered and is unusable. For whom it was made is left out.</summary>
    public static V6Survey? Read(V6Json json) => json.Key("id") is not { } id ? null : new(
        id,
        json.Text("title") ?? "",
        json.Text("slug") ?? "",
        json.Text("description"),
        json.Text("status") ?? "",
        json.Text("visibility") ?? "",
        json.Many("questionBlocks", V6SurveyQuestion.Read),
        V6SurveySettings.Read(json.Get("settings")),
        json.Moment("openAt"),
        json.Moment("closeAt"));
}

/// <summary>How a survey behaves. Source: v6 SurveySettings.</summary>
internal sealed record V6SurveySettings(
    string? SubmitLabel, string? SuccessMessage, bool AllowPartial, bool AllowAnonymous, bool OneResponsePerAccount, JsonElement? Theme)
{
    /// <summary>Reads settings; what is missing is off.</summary>
    public static V6SurveySettings Read(V6Json json) => new(
        json.Text("submitLabel"),
        json.Text("successMessage"),
        json.Flag("allowPartial") ?? false,
        json.Flag("allowAnonymous") ?? false,
        json.Flag("oneResponsePerAccount") ?? false,
        json.Raw("theme"));
}

/// <summary>The invitation behind a link. Source: v6 SurveyInvitation.</summary>
internal sealed record V6SurveyInvitation(string Id, string? SurveyId, DateTimeOffset? ExpiresAt) : V6Private
{
    /// <summary>Reads an invitation. Whom it invites is left out: nobody needs it, and it is personal.</summary>
    public static V6SurveyInvitation? Read(V6Json json) =>
        json.Key("id") is { } id ? new(id, json.Key("surveyId"), json.Moment("expiresAt")) : null;
}
