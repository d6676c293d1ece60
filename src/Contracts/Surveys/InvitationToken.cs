using System.Diagnostics.CodeAnalysis;
using Bff.Contracts.Keys;

namespace Bff.Contracts.Surveys;

/// <summary>The secret part of an invitation link. It prints as nothing, so that no log line, trace or exception can carry it by accident.</summary>
[GenerateSerializer, Immutable, Alias("bff.invitation-token")]
public readonly record struct InvitationToken
{
    /// <summary>Longest accepted token, in characters.</summary>
    public const int MaxLength = 1024;

    private InvitationToken(string value) => Value = value;

    /// <summary>The secret itself: for the path of a call to v6 and for nothing else.</summary>
    [Id(0)]
    public string Value { get; }

    /// <summary>Reads a token; false for anything that is not 1–1024 characters of <c>A–Z a–z 0–9 - . _ ~ :</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out InvitationToken token)
    {
        var valid = text is not null && KeySyntax.IsIdentifier(text, MaxLength);
        token = valid ? new InvitationToken(text!) : default;
        return valid;
    }

    /// <summary>Never the token.</summary>
    public override string ToString() => "[token]";
}
