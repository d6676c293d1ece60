using Bff.Contracts.Bookings;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Bookings;

internal sealed class ServiceType : ObjectGraphType<Service>
{
    public ServiceType()
    {
        Name = "Service";
        Description = "A bookable service. Source: v6 listServices, getService.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Service id.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("name").Description("Display name.").Resolve(c => c.Source.Name);
        Field<StringGraphType>("description").Description("Longer text; may hold HTML as the merchant wrote it.").Resolve(c => c.Source.Description);
        Field<StringGraphType>("address").Description("Where it takes place, when the merchant set one.").Resolve(c => c.Source.Address);
        Field<StringGraphType>("type").Description("Kind of service; open set.").Resolve(c => c.Source.Type);
        Field<NonNullGraphType<IntGraphType>>("durationMinutes").Description("Length of the visit without add-ons, in minutes.").Resolve(c => c.Source.DurationMinutes);
        Field<NonNullGraphType<IntGraphType>>("capacity").Description("People one slot can take; 1 means one-to-one.").Resolve(c => c.Source.Capacity);
        Field<NonNullGraphType<MoneyType>>("price").Description("List price.").Resolve(c => c.Source.Price);
        Field<StringGraphType>("displayPrice").Description("Ready-made label that replaces the formatted price when present.").Resolve(c => c.Source.DisplayPrice);
        Field<UrlScalar>("coverImage").Description("Cover picture.").Resolve(c => c.Source.CoverImage);
        Field<NonNullGraphType<IntGraphType>>("sortOrder").Description("Ascending display position.").Resolve(c => c.Source.SortOrder);
        Field<NonNullGraphType<BooleanGraphType>>("requiresStaff").Description("A staffId must be chosen before booking.").Resolve(c => c.Source.RequiresStaff);
        Field<NonNullGraphType<BooleanGraphType>>("requiresResource").Description("A resourceId must be chosen before booking.").Resolve(c => c.Source.RequiresResource);
        Field<NonNullGraphType<BooleanGraphType>>("paymentRequired").Description("The booking has to be paid online.").Resolve(c => c.Source.PaymentRequired);
        Field<NonNullGraphType<BooleanGraphType>>("requiresConfirmation").Description("A new booking waits for the merchant and starts as pending.").Resolve(c => c.Source.RequiresConfirmation);
        Field<NonNullGraphType<BooleanGraphType>>("requireLogin").Description("Only signed-in customers may book.").Resolve(c => c.Source.RequireLogin);
        Field<IntGraphType>("advanceBookingDays").Description("How many days ahead a slot may be taken; null means no limit here.").Resolve(c => c.Source.AdvanceBookingDays);
        Field<IntGraphType>("minimumAdvanceBookingMinutes").Description("How long before its start a slot may still be taken, in minutes; null when v6 does not tell. A hint: v6 alone refuses by it.").Resolve(c => c.Source.MinimumAdvanceBookingMinutes);
        Field<IntGraphType>("maxBookableTimeslots").Description("Most slots one booking may cover; null means no limit here.").Resolve(c => c.Source.MaxBookableTimeslots);
        Field<IdGraphType>("categoryId").Description("Category id.").Resolve(c => c.Source.CategoryId);
        Field<StringGraphType>("categoryName").Description("Category display name.").Resolve(c => c.Source.CategoryName);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ServiceAddonType>>>>("addons")
            .Description("Extras that can be bought with it; v6 sends them with a single service only, so they are empty in lists. Source: v6 getService.")
            .Resolve(c => c.Source.Addons);
        this.AddRosterFields();
        this.AddSlotFields();
    }
}

internal sealed class ServiceAddonType : ObjectGraphType<ServiceAddon>
{
    public ServiceAddonType()
    {
        Name = "ServiceAddon";
        Description = "Extra that can be bought with a service. Source: v6 getService.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Add-on id.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("name").Description("Display name.").Resolve(c => c.Source.Name);
        Field<StringGraphType>("description").Description("Longer text.").Resolve(c => c.Source.Description);
        Field<NonNullGraphType<MoneyType>>("price").Description("Price, in the service's currency.").Resolve(c => c.Source.Price);
        Field<NonNullGraphType<IntGraphType>>("durationMinutes").Description("Time it adds to the visit, in minutes.").Resolve(c => c.Source.DurationMinutes);
        Field<UrlScalar>("image").Description("Picture.").Resolve(c => c.Source.Image);
    }
}

internal sealed class StaffMemberType : ObjectGraphType<StaffMember>
{
    public StaffMemberType()
    {
        Name = "StaffMember";
        Description = "Person who can perform a service. Source: v6 listServiceStaff.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Value to use as staffId.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("name").Description("Display name.").Resolve(c => c.Source.Name);
    }
}

internal sealed class BookableResourceType : ObjectGraphType<BookableResource>
{
    public BookableResourceType()
    {
        Name = "BookableResource";
        Description = "Room, device or other thing that a booking can hold. Source: v6 listServiceResources.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Value to use as resourceId.").Resolve(c => c.Source.Id);
        Field<NonNullGraphType<StringGraphType>>("name").Description("Display name.").Resolve(c => c.Source.Name);
        Field<StringGraphType>("type").Description("Kind of resource; open set.").Resolve(c => c.Source.Type);
    }
}
