using Bff.Sandbox.Operations;
using NodaTime;
using NodaTime.Text;

namespace Bff.Sandbox.Bookings;

/// <summary>Time, person and thing that a booking or a move asks for.</summary>
internal sealed record Occurrence(Slot Slot, string? StaffId, string? ResourceId)
{
    /// <summary>Reads the body. The refusal names what does not fit the service.</summary>
    public static (Occurrence? Value, Reply? Refusal) Read(Call call, Service service, Booking? moving = null)
    {
        var (start, end) = (Moment(call, "occurrenceStart"), Moment(call, "occurrenceEnd"));
        var staffId = call.Text("staffId") ?? moving?.StaffId;
        var resourceId = call.Text("resourceId") ?? moving?.ResourceId;
        if (Choice(service.Seed.Staff, staffId, "staffId", "STAFF_NOT_FOUND") is { } noStaff)
        {
            return (null, noStaff);
        }

        if (Choice(service.Seed.Resources, resourceId, "resourceId", "RESOURCE_NOT_FOUND") is { } noResource)
        {
            return (null, noResource);
        }

        if (end <= start)
        {
            var error = FieldError.Malformed("occurrenceEnd", "after occurrenceStart");
            return (null, Reply.Refused("VALIDATION_ERROR", error.Message, FieldError.Details([error])));
        }

        return Availability.Find(call, service, start, end) is { } slot
            ? (new Occurrence(slot, staffId, resourceId), null)
            : (null, SlotTaken());
    }

    public static Reply SlotTaken() => Reply.Conflict("SLOT_NOT_AVAILABLE", "This time cannot be booked.");

    /// <summary>The place was free at the check and gone at the insert.</summary>
    public static Reply LostRace() =>
        Reply.Conflict("BOOKING_RACE_CONFLICT", "Somebody else was faster.", new() { ["isRace"] = true });

    private static Reply? Choice(IReadOnlyList<string> choices, string? chosen, string field, string notFound) =>
        (choices.Count > 0, chosen) switch
        {
            (true, null) => Reply.Invalid(FieldError.Missing(field)),
            (_, not null) when !choices.Contains(chosen) => Reply.NotFound(notFound, $"{field} is not of this service."),
            _ => null,
        };

    private static Instant Moment(Call call, string field) => OffsetDateTimePattern.Rfc3339.Parse(call.Text(field)!).Value.ToInstant();
}
