using Bff.Gateway.Auth;
using Bff.Gateway.Bookings;
using Bff.Gateway.Content;
using Bff.Gateway.Graph.Mutations;
using Bff.Gateway.Membership;
using Bff.Gateway.Shop;
using Bff.Gateway.Surveys;

namespace Bff.Gateway.Graph;

/// <summary>What the product's schema is made of: one line for each feature and root type.</summary>
internal static class ProductSchema
{
    public static void Compose(SchemaRoots roots)
    {
        roots.Query.AddAuthQueries();
        roots.Query.AddBookingQueries();
        roots.Query.AddContentQueries();
        roots.Query.AddEventQueries();
        roots.Query.AddSurveyQueries();
        roots.Query.AddShopQueries();
        roots.Query.AddMembershipQueries();
        roots.Query.AddStorefrontQueries();
        roots.Query.AddReceiptQuery();

        roots.Mutation.AddAuthMutations();
        roots.Mutation.AddGuestBooking();
        roots.Mutation.AddEventRegistration();
        roots.Mutation.AddEventPayment();
        roots.Mutation.AddSurveyMutations();
        roots.Mutation.AddContact();
        roots.Mutation.AddBookingChanges();
        roots.Mutation.AddCreateOrder();
        roots.Mutation.AddGiftMutations();

        roots.Subscription.AddSlotDayChanged();
        roots.Subscription.AddMyBookingsChanged();
        roots.Subscription.AddSessionEnded();
    }
}
