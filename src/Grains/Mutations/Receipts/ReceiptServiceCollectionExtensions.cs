using Bff.Grains.Mutations.Attempts;
using Bff.Grains.Mutations.Lookups;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bff.Grains.Mutations.Receipts;

/// <summary>What receipts need.</summary>
internal static class ReceiptServiceCollectionExtensions
{
    public static IServiceCollection AddReceipts(this IServiceCollection services)
    {
        services.AddOptions<ReceiptOptions>().BindConfiguration(ReceiptOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ReceiptOptions>, ReceiptOptionsValidator>();
        services.AddSingleton<ReceiptMetrics>();
        services.AddSingleton<CustomerAttempts>();
        services.AddSingleton<OutcomeLookups>();
        services.AddSingleton<IOutcomeLookup, CreatedBookingLookup>();
        services.AddSingleton<IOutcomeLookup, CancelledBookingLookup>();
        services.AddSingleton<IOutcomeLookup, MovedBookingLookup>();
        services.AddSingleton<IOutcomeLookup, CreatedOrderLookup>();
        services.AddSingleton<IOutcomeLookup, HeldGiftLookup>();
        return services;
    }

    private sealed class ReceiptOptionsValidator : IValidateOptions<ReceiptOptions>
    {
        public ValidateOptionsResult Validate(string? name, ReceiptOptions options) =>
            options.Failures().ToArray() is { Length: > 0 } failures ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
