using System.Collections.Immutable;

namespace Bff.Contracts.Surveys;

/// <summary>
/// A survey as a respondent sees it. For whom it was made stays behind: the public form of it is shared. Source: v6 Survey.
/// </summary>
/// <param name="Id">Survey id: what a response names.</param>
/// <param name="Title">Title.</param>
/// <param name="Slug">Part of its URL.</param>
/// <param name="Description">Text, plain.</param>
/// <param name="Status">State as v6 writes it; only published surveys take responses. Open set.</param>
/// <param name="Visibility">Who may open it, as v6 writes it; open set.</param>
/// <param name="Questions">Questions in order.</param>
/// <param name="Settings">How it behaves.</param>
/// <param name="OpenAt">From when it takes responses.</param>
/// <param name="CloseAt">Until when.</param>
[GenerateSerializer, Immutable, Alias("bff.survey")]
public sealed record Survey(
    [property: Id(0)] string Id,
    [property: Id(1)] string Title,
    [property: Id(2)] string Slug,
    [property: Id(3)] string? Description,
    [property: Id(4)] string Status,
    [property: Id(5)] string Visibility,
    [property: Id(6)] ImmutableArray<SurveyQuestion> Questions,
    [property: Id(7)] SurveySettings Settings,
    [property: Id(8)] DateTimeOffset? OpenAt,
    [property: Id(9)] DateTimeOffset? CloseAt);

/// <summary>How a survey behaves. Source: v6 SurveySettings.</summary>
/// <param name="SubmitLabel">Caption of the send button.</param>
/// <param name="SuccessMessage">Text after sending.</param>
/// <param name="AllowPartial">Half-filled answers are kept.</param>
/// <param name="AllowAnonymous">No identity is needed.</param>
/// <param name="OneResponsePerAccount">A second response is not stored.</param>
/// <param name="Theme">Its look, a JSON object as text.</param>
[GenerateSerializer, Immutable, Alias("bff.survey-settings")]
public sealed record SurveySettings(
    [property: Id(0)] string? SubmitLabel,
    [property: Id(1)] string? SuccessMessage,
    [property: Id(2)] bool AllowPartial,
    [property: Id(3)] bool AllowAnonymous,
    [property: Id(4)] bool OneResponsePerAccount,
    [property: Id(5)] string? Theme);
