using Bff.Contracts.Auth;

namespace Bff.Grains.Auth;

/// <summary>
/// Something that is kept of one customer and must not outlive a sign-out (v6 notes §4). Each area that keeps such a thing registers one.
/// </summary>
internal interface ICustomerScope
{
    /// <summary>Forgets everything kept of the customer.</summary>
    Task DropAsync(CustomerKey customer);
}
