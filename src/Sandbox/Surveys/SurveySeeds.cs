using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bff.Sandbox.Surveys;

/// <summary>The surveys of a tenant's sample data, as its JSON file has them.</summary>
internal sealed record SurveySeeds(IReadOnlyList<SurveySeed> Surveys, IReadOnlyList<InvitationSeed> Invitations);

/// <summary>A survey. Its id follows from its place in the file.</summary>
internal sealed record SurveySeed
{
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    public string Status { get; init; } = "published";

    /// <summary>public, members_only, token_only or private.</summary>
    public string Visibility { get; init; } = "public";

    /// <summary>Only members of this tier may see it; null for all whom its visibility lets in.</summary>
    public string? TierId { get; init; }

    /// <summary>Days from the start of the sandbox to its opening and closing; negative for the past.</summary>
    public int? OpensInDays { get; init; }

    public int? ClosesInDays { get; init; }

    public required IReadOnlyList<QuestionSeed> Questions { get; init; }

    public required SettingsSeed Settings { get; init; }
}

internal sealed record SettingsSeed
{
    public string? SubmitLabel { get; init; }

    public string? SuccessMessage { get; init; }

    /// <summary>Answers that are required may be left out.</summary>
    public bool AllowPartial { get; init; }

    public bool AllowAnonymous { get; init; } = true;

    /// <summary>A second response of the same member is not stored.</summary>
    public bool OneResponsePerAccount { get; init; }

    public JsonObject? Theme { get; init; }
}

/// <summary>A question, or a statement between questions.</summary>
internal sealed record QuestionSeed(string Id, string Type, string Title)
{
    public string? Description { get; init; }

    public string? HelpText { get; init; }

    public bool Required { get; init; }

    public IReadOnlyList<OptionSeed>? Options { get; init; }

    public ValidationSeed? Validation { get; init; }

    public IReadOnlyList<BranchSeed>? Branches { get; init; }

    public JsonObject? Metadata { get; init; }
}

internal sealed record OptionSeed(string Id, string Label, string Value)
{
    public decimal? Score { get; init; }
}

internal sealed record ValidationSeed
{
    public bool? Required { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public string? Pattern { get; init; }
}

/// <summary>Where to go on when the answer fits; nowhere when the survey ends there.</summary>
internal sealed record BranchSeed(ConditionSeed When)
{
    public string? GoToBlockId { get; init; }

    public bool? EndSurvey { get; init; }
}

internal sealed record ConditionSeed(string Operator, JsonElement Value);

/// <summary>Personal links to a survey.</summary>
/// <param name="Survey">Slug of the survey.</param>
/// <param name="Count">How many of them.</param>
internal sealed record InvitationSeed(string Survey, int Count)
{
    /// <summary>Number of the member it was sent to; null for a contact who is no member.</summary>
    public int? Member { get; init; }

    /// <summary>Days to its end; null for none.</summary>
    public int? ExpiresInDays { get; init; }

    /// <summary>Answered before the sandbox started.</summary>
    public bool Spent { get; init; }
}
