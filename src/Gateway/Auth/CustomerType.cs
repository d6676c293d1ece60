using Bff.Contracts.Auth;
using Bff.Gateway.Bookings;
using Bff.Gateway.Graph.Scalars;
using Bff.Gateway.Membership;
using Bff.Gateway.Shop;
using GraphQL.Types;

namespace Bff.Gateway.Auth;

/// <summary>
/// A signed-in customer. Its own fields come from the sign-in; each area hangs its lists here by one line
/// (<c>this.AddCustomerBookings()</c>), and its resolvers ask <see cref="CallerExtensions.CustomerAsync"/> for the caller.
/// </summary>
internal sealed class CustomerType : ObjectGraphType<CustomerProfile>
{
    public CustomerType()
    {
        Name = "Customer";
        Description = "The signed-in customer. Source: v6 verifyOtp, registerMember, validateToken.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Customer id, v6's memberUuid.").Resolve(c => c.Source.Key.Customer.Value);
        Field<StringGraphType>("name").Description("Display name.").Resolve(c => c.Source.Name);
        Field<PhoneNumberScalar>("phone")
            .Description("Phone of the sign-in; null when it was by e-mail, or for clients that bring a v6 token of their own.")
            .Resolve(c => c.Source.Phone);
        Field<EmailAddressScalar>("email")
            .Description("E-mail address of the sign-in; null when it was by phone, or for clients that bring a v6 token of their own.")
            .Resolve(c => c.Source.Email);
        this.AddCustomerBookings();
        this.AddCustomerOrders();
        this.AddCustomerGifts();
    }
}
