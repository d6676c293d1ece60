using System.Globalization;
using System.Text.Json.Nodes;
using Bff.Sandbox.Auth;
using NodaTime;

namespace Bff.Sandbox.Surveys;

/// <summary>A survey of one tenant with its responses.</summary>
internal sealed class Survey(SurveySeed seed, int number, Instant started)
{
    private readonly List<SurveyResponse> _responses = [];

    public string Id { get; } = string.Create(CultureInfo.InvariantCulture, $"srv-{number:d3}");

    public SurveySeed Seed { get; } = seed;

    public Instant CreatedAt { get; } = started - Duration.FromDays(60);

    public Instant? OpensAt { get; } = seed.OpensInDays is { } days ? started + Duration.FromDays(days) : null;

    public Instant? ClosesAt { get; } = seed.ClosesInDays is { } days ? started + Duration.FromDays(days) : null;

    public IReadOnlyList<SurveyResponse> Responses => _responses;

    /// <summary>A survey that is not out yet, or no more, is nowhere to be seen. A closed one can still be read.</summary>
    public bool IsOut => Seed.Status is "published" or "closed";

    public bool IsMembersOnly => Seed.Visibility == "members_only";

    /// <summary>Whether this caller, null for nobody in particular, may see it.</summary>
    public bool IsFor(Member? member) => Seed.TierId is { } tier ? member?.TierId == tier : member is not null || !IsMembersOnly;

    /// <summary>Whether its slug or id opens it; the others take an invitation.</summary>
    public bool IsOpenBySlug => IsOut && Seed.Visibility is "public" or "members_only";

    public SurveyResponse? ResponseOf(string memberUuid) => _responses.Find(r => r.MemberUuid == memberUuid);

    public SurveyResponse Add(string id, Respondent by, JsonObject answers, JsonObject? metadata, Instant at)
    {
        var response = new SurveyResponse(id, by.MemberUuid, by.ClaimedId, by.InvitationId, answers, metadata, at);
        _responses.Add(response);
        return response;
    }
}

/// <summary>Who answers: a member by token or invitation, or nobody in particular.</summary>
/// <param name="MemberUuid">Member, proved by a token or an invitation.</param>
/// <param name="ClaimedId">The body's <c>customerId</c>: kept, and never believed.</param>
/// <param name="InvitationId">Invitation that was spent on it.</param>
internal sealed record Respondent(string? MemberUuid, string? ClaimedId, string? InvitationId);

/// <summary>Answers that were stored.</summary>
internal sealed record SurveyResponse(
    string Id, string? MemberUuid, string? ClaimedId, string? InvitationId, JsonObject Answers, JsonObject? Metadata, Instant At);
