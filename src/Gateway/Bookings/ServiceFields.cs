using System.Collections.Immutable;
using Bff.Contracts.Answers;
using Bff.Contracts.Bookings;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.Graph.Scalars;
using GraphQL;
using GraphQL.Types;

namespace Bff.Gateway.Bookings;

/// <summary>The fields of a service that ask on their own: who performs it, what it holds, when it is free.</summary>
internal static class ServiceFields
{
    private const int MaxDays = 31;
    private static readonly TimeSpan RosterMaxAge = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SlotsMaxAge = TimeSpan.FromSeconds(1);

    public static void AddRosterFields(this ObjectGraphType<Service> service)
    {
        service.Field<ListGraphType<NonNullGraphType<StaffMemberType>>, ItemList<StaffMember>>("staff")
            .Description("People who can perform it. Source: v6 listServiceStaff.")
            .PublicFor(RosterMaxAge)
            .Reads(CacheAreas.ServiceStaff)
            .Answers(c => c.Request().Bookings().StaffAsync(IdOf(c.Source)));
        service.Field<ListGraphType<NonNullGraphType<BookableResourceType>>, ItemList<BookableResource>>("resources")
            .Description("Rooms and devices that a booking can hold. Source: v6 listServiceResources.")
            .PublicFor(RosterMaxAge)
            .Reads(CacheAreas.ServiceResources)
            .Answers(c => c.Request().Bookings().ResourcesAsync(IdOf(c.Source)));
    }

    public static void AddSlotFields(this ObjectGraphType<Service> service)
    {
        service.Field<SlotDayType, SlotDay>("slots")
            .Description("Free and full slots of one day of the company's calendar. Source: v6 listServiceSlots.")
            .Argument<NonNullGraphType<LocalDateScalar>>("date", "The day, on the company's calendar.")
            .Argument<IdGraphType>("staffId", "Only slots of this person.")
            .Argument<IdGraphType>("resourceId", "Only slots of this resource.")
            .PublicFor(SlotsMaxAge)
            .Reads(CacheAreas.Slots)
            .Answers(c => c.Request().Bookings().SlotsAsync(
                IdOf(c.Source), c.GetArgument<DateOnly>("date"), new SlotQuery(c.GetOptionalId("staffId"), c.GetOptionalId("resourceId"))));
        service.Field<ListGraphType<SlotDayType>, ImmutableArray<SlotDay?>>("availability")
            .Description($"The slots of 1 to {MaxDays} days on end; a day that cannot be told is null, with an error of its own. Source: v6 listServiceSlots.")
            .Argument<NonNullGraphType<LocalDateScalar>>("from", "The first day, on the company's calendar.")
            .Argument<NonNullGraphType<IntGraphType>>("days", $"How many days, 1 to {MaxDays}.")
            .PublicFor(SlotsMaxAge)
            .Reads(CacheAreas.Slots)
            .ListSize(MaxDays, "days")
            .Costs(MaxDays)
            .ResolveAsync(AvailabilityAsync);
    }

    private static async Task<ImmutableArray<SlotDay?>> AvailabilityAsync(IResolveFieldContext<Service> context)
    {
        var from = context.GetArgument<DateOnly>("from");
        var days = context.GetArgument<int>("days");
        if (days is < 1 or > MaxDays || from.DayNumber > DateOnly.MaxValue.DayNumber - days)
        {
            throw new BadInputError("days", $"must be from 1 to {MaxDays}, within the calendar.");
        }

        var bookings = context.Request().Bookings();
        var service = IdOf(context.Source);
        var answers = await Task.WhenAll(Enumerable.Range(0, days).Select(day => bookings.SlotsAsync(service, from.AddDays(day), SlotQuery.All).AsTask()));
        return [.. answers.Select((answer, day) => DayOrError(context, answer, day))];
    }

    // One day that v6 cannot tell must not cost the caller the other thirty.
    private static SlotDay? DayOrError(IResolveFieldContext context, Answer<SlotDay> answer, int index)
    {
        context.Request().Observe(answer);
        if (answer.IsFailed)
        {
            context.Errors.Add(new FailureError(answer.Failure) { Path = [.. context.ResponsePath, index] });
        }

        return answer.Value;
    }

    private static EntityId IdOf(Service service) => EntityId.Parse(service.Id);
}
