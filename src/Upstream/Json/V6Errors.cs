using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bff.Upstream.Http;

namespace Bff.Upstream.Json;

/// <summary>
/// Reads the body of a failed call in all the forms that were seen (notes V43), and keeps the facts only: codes that are known, typed
/// details, no sentence of v6 other than the merchant's own cooldown message.
/// </summary>
internal static partial class V6Errors
{
    private const int MessageLength = 500;
    private const int MostFields = 20;

    /// <summary>The code as v6 wrote it, when it looks like a code at all; null otherwise.</summary>
    public static string? CodeOf(V6Json body) => Symbol(ErrorOf(body).Text("code") ?? body.Text("code", "error"));

    /// <summary>The known meaning of a code.</summary>
    public static V6Code Known(string? code) => code?.ToUpperInvariant() switch
    {
        "BOOKING_COOLDOWN_ACTIVE" => V6Code.BookingCooldownActive,
        "BOOKING_ON_HAND" => V6Code.BookingOnHand,
        "BOOKING_RACE_CONFLICT" => V6Code.BookingRaceConflict,
        "SLOT_NOT_AVAILABLE" => V6Code.SlotNotAvailable,
        "PROMOTION_EXPIRED" => V6Code.PromotionExpired,
        "VALIDATION_ERROR" => V6Code.ValidationError,
        "TENANT_REQUIRED" => V6Code.TenantRequired,
        "UNAUTHORIZED" => V6Code.Unauthorized,
        "FORBIDDEN" => V6Code.Forbidden,
        "OTP_INVALID" => V6Code.OtpInvalid,
        "CONFLICT" => V6Code.Conflict,
        "RATE_LIMITED" => V6Code.RateLimited,
        "INTERNAL_ERROR" => V6Code.InternalError,
        "DISABLED" => V6Code.CancellationDisabled,
        "PAST_CUTOFF" => V6Code.CancellationPastCutoff,
        { } other when other == "NOT_FOUND" || other.EndsWith("_NOT_FOUND", StringComparison.Ordinal) => V6Code.NotFound,
        _ => V6Code.Other,
    };

    /// <summary>The known facts beside the code.</summary>
    public static RefusalDetails DetailsOf(V6Json body)
    {
        var details = ErrorOf(body).Get("details");
        if (!details.IsObject && !details.IsArray)
        {
            return RefusalDetails.None;
        }

        var cooldownEnd = details.Text("cooldownEndsAt");
        return new RefusalDetails
        {
            CooldownEndsAt = cooldownEnd is { Length: > 10 } ? details.Moment("cooldownEndsAt") : null,
            CooldownEndsOn = cooldownEnd is { Length: 10 } ? details.Day("cooldownEndsAt") : null,
            CooldownDays = details.Int("cooldownDays"),
            CooldownMessage = Plain(details.Text("cooldownMessage")),
            ExistingBookingId = Symbol(details.Text("existingBookingId")),
            ExistingBookingDate = details.Day("existingBookingDate"),
            IsRace = details.Flag("isRace") ?? false,
            CutoffHours = details.Int("cutoffHours"),
            Fields = FieldsOf(details.IsArray ? details : details.Get("errors", "fields")),
        };
    }

    private static V6Json ErrorOf(V6Json body) => body.Get("error") is { IsObject: true } error ? error : body;

    private static ImmutableArray<V6FieldError> FieldsOf(V6Json errors)
    {
        if (errors.IsObject)
        {
            return [.. errors.Names().Select(Symbol).OfType<string>().Take(MostFields).Select(field => new V6FieldError(field, null))];
        }

        return errors.IsArray ? [.. errors.Rows(ReadField).Take(MostFields)] : [];
    }

    private static V6FieldError? ReadField(V6Json error) =>
        Symbol(error.Text("field", "path")) is { } field ? new V6FieldError(field, Symbol(error.Text("code"))) : null;

    // Whatever is no name or code may be a sentence, and sentences of v6 stay here.
    private static string? Symbol(string? text) => text is not null && SymbolSyntax().IsMatch(text) ? text : null;

    private static string? Plain(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var clean = string.Concat(text.Where(c => !char.IsControl(c) || c is '\n')).Trim();
        if (clean.Length <= MessageLength)
        {
            return clean;
        }

        return clean[..(char.IsHighSurrogate(clean[MessageLength - 1]) ? MessageLength - 1 : MessageLength)];
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_.\-\[\]]{1,64}\z")]
    private static partial Regex SymbolSyntax();
}
