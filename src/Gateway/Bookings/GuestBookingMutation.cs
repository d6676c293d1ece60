using Bff.Contracts.Answers;
using Bff.Contracts.Bookings;
using Bff.Contracts.Keys;
using Bff.Contracts.Mutations;
using Bff.Contracts.Tenancy;
using Bff.Gateway.Auth;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Mutations;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;
using NodaTime;

namespace Bff.Gateway.Bookings;

/// <summary>Input of <c>createGuestBooking</c>: the v6 request fields by the same names.</summary>
internal sealed record CreateGuestBookingInput(
    string ServiceId,
    DateTimeOffset OccurrenceStart,
    DateTimeOffset OccurrenceEnd,
    string CustomerName,
    string CustomerPhone,
    string? CustomerEmail,
    string? StaffId,
    string? ResourceId,
    string? IdempotencyKey) : IIdempotentInput;

internal static class GuestBookingMutation
{
    private const int MaxNameLength = 200;

    public static void AddGuestBooking(this ObjectGraphType mutation) => mutation
        .AddMutation<CreateGuestBookingInput, Booking>("createGuestBooking", "Books a slot without signing in. Never sent twice. Source: v6 createGuestBooking.")
        .Input(input =>
        {
            input.Field<NonNullGraphType<IdGraphType>>("serviceId").Description("Service to book.");
            input.Field<NonNullGraphType<DateTimeScalar>>("occurrenceStart").Description("Start: startsAt of the slot.");
            input.Field<NonNullGraphType<DateTimeScalar>>("occurrenceEnd").Description("End: endsAt of the slot.");
            input.Field<NonNullGraphType<StringGraphType>>("customerName").Description($"Name of the guest, at most {MaxNameLength} characters.");
            input.Field<NonNullGraphType<PhoneNumberScalar>>("customerPhone").Description("Phone of the guest.");
            input.Field<EmailAddressScalar>("customerEmail").Description("E-mail address of the guest.");
            input.Field<IdGraphType>("staffId").Description("Chosen person; needed when the service requires staff.");
            input.Field<IdGraphType>("resourceId").Description("Chosen resource; needed when the service requires one.");
        })
        .Result<BookingType>("booking", "The booking. A guest cannot read it again: keep it.", booking => booking)
        .Error<SlotTakenErrorType>()
        .Error<CooldownErrorType>()
        .Error<OnHandErrorType>()
        .Error<CutoffErrorType>()
        .FoundBy(input => new CreatedBookingClue(input.ServiceId, input.OccurrenceStart, input.OccurrenceEnd))
        .Resolve(RunAsync);

    private static async ValueTask<MutationResult<Booking>> RunAsync(CreateGuestBookingInput input, GraphContext request, Guid attempt)
    {
        var check = new InputCheck();
        var booking = new GuestBookingRequest(
            check.Id("serviceId", input.ServiceId),
            input.OccurrenceStart,
            input.OccurrenceEnd,
            input.CustomerName.Trim(),
            input.CustomerPhone,
            input.CustomerEmail,
            check.OptionalId("staffId", input.StaffId),
            check.OptionalId("resourceId", input.ResourceId),
            SignedIn: null);
        check.Require(booking.CustomerName.Length is > 0 and <= MaxNameLength, "customerName", $"must have 1 to {MaxNameLength} characters.");
        check.Require(!booking.CustomerName.Any(char.IsControl), "customerName", "must not hold control characters.");
        check.Require(booking.OccurrenceEnd > booking.OccurrenceStart, "occurrenceEnd", "must be after occurrenceStart.");
        if (check.HasErrors)
        {
            return check.Failed<Booking>();
        }

        var key = new SlotDayKey(request.Tenant, booking.Service, await CompanyDayAsync(request, booking.OccurrenceStart));
        var caller = await request.CallerAsync();
        return await request.Grains.GetGrain<ISlotDayGrain>(key.ToString()).BookAsync(
            booking with { SignedIn = caller.IsAnonymous ? null : caller, Attempt = attempt });
    }

    // The grain of a booking is the one of its day on the company's calendar, whatever offset the client wrote.
    private static async Task<DateOnly> CompanyDayAsync(GraphContext request, DateTimeOffset instant)
    {
        var settings = await request.Grains.GetGrain<ITenantSettingsGrain>(request.Tenant.Value).GetAsync();
        return Instant.FromDateTimeOffset(instant).InZone(DateTimeZoneProviders.Tzdb[settings.TimeZone]).Date.ToDateOnly();
    }
}
