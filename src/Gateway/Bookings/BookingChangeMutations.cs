using Bff.Contracts.Answers;
using Bff.Contracts.Bookings;
using Bff.Contracts.Mutations;
using Bff.Gateway.Auth;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Mutations;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Bookings;

/// <summary>Input of <c>cancelBooking</c>.</summary>
internal sealed record CancelBookingInput(string Id, string? Reason, string? IdempotencyKey) : IIdempotentInput;

/// <summary>Input of <c>rescheduleBooking</c>.</summary>
internal sealed record RescheduleBookingInput(
    string Id, DateTimeOffset OccurrenceStart, DateTimeOffset OccurrenceEnd, string? StaffId, string? ResourceId, string? IdempotencyKey) : IIdempotentInput;

internal static class BookingChangeMutations
{
    private const int MaxReasonLength = 1_000;

    public static void AddBookingChanges(this ObjectGraphType mutation)
    {
        mutation.AddMutation<CancelBookingInput, BookingDetail>("cancelBooking", "Cancels one of the customer's bookings. Never sent twice. Source: v6 cancelBooking.")
            .Input(input =>
            {
                input.Field<NonNullGraphType<IdGraphType>>("id").Description("The booking.");
                input.Field<StringGraphType>("reason").Description($"Why, shown to the customer later; at most {MaxReasonLength} characters.");
            })
            .Result<BookingDetailType>("booking", "The booking as it is now.", booking => booking)
            .Error<CooldownErrorType>()
            .Error<OnHandErrorType>()
            .Error<CutoffErrorType>()
            .Error<BookingUnchangedErrorType>()
            .FoundBy(input => new CancelledBookingClue(input.Id))
            .Resolve(CancelAsync);
        mutation.AddMutation<RescheduleBookingInput, BookingDetail>("rescheduleBooking", "Moves one of the customer's bookings. Never sent twice. Source: v6 rescheduleBooking.")
            .Input(input =>
            {
                input.Field<NonNullGraphType<IdGraphType>>("id").Description("The booking.");
                input.Field<NonNullGraphType<DateTimeScalar>>("occurrenceStart").Description("New start: startsAt of the slot.");
                input.Field<NonNullGraphType<DateTimeScalar>>("occurrenceEnd").Description("New end: endsAt of the slot.");
                input.Field<IdGraphType>("staffId").Description("New person.");
                input.Field<IdGraphType>("resourceId").Description("New resource.");
            })
            .Result<BookingDetailType>("booking", "The booking as it is now.", booking => booking)
            .Error<SlotTakenErrorType>()
            .Error<CooldownErrorType>()
            .Error<OnHandErrorType>()
            .Error<CutoffErrorType>()
            .Error<BookingUnchangedErrorType>()
            .FoundBy(input => new MovedBookingClue(input.Id, input.OccurrenceStart, input.OccurrenceEnd))
            .Resolve(RescheduleAsync);
    }

    private static async ValueTask<MutationResult<BookingDetail>> CancelAsync(CancelBookingInput input, GraphContext request)
    {
        var check = new InputCheck();
        var booking = check.Id("id", input.Id);
        check.Require(input.Reason is null or { Length: <= MaxReasonLength }, "reason", $"may have at most {MaxReasonLength} characters.");
        check.Require(input.Reason?.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) is not true, "reason", "must not hold control characters.");
        if (check.HasErrors)
        {
            return check.Failed<BookingDetail>();
        }

        var (customer, error) = await request.CustomerForMutationAsync();
        return customer is null
            ? MutationResult<BookingDetail>.Failed(error!)
            : await request.BookingsOf(customer).CancelAsync(new CancelBookingRequest(customer, booking, input.Reason));
    }

    private static async ValueTask<MutationResult<BookingDetail>> RescheduleAsync(RescheduleBookingInput input, GraphContext request, Guid attempt)
    {
        var check = new InputCheck();
        var booking = check.Id("id", input.Id);
        var staff = check.OptionalId("staffId", input.StaffId);
        var resource = check.OptionalId("resourceId", input.ResourceId);
        check.Require(input.OccurrenceEnd > input.OccurrenceStart, "occurrenceEnd", "must be after occurrenceStart.");
        if (check.HasErrors)
        {
            return check.Failed<BookingDetail>();
        }

        var (customer, error) = await request.CustomerForMutationAsync();
        return customer is null
            ? MutationResult<BookingDetail>.Failed(error!)
            : await request.BookingsOf(customer).RescheduleAsync(
                new RescheduleBookingRequest(customer, booking, input.OccurrenceStart, input.OccurrenceEnd, staff, resource) { Attempt = attempt });
    }
}
