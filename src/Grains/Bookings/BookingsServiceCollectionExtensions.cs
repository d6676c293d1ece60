using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bff.Grains.Bookings;

/// <summary>What the grains of this folder need.</summary>
internal static class BookingsServiceCollectionExtensions
{
    public static IServiceCollection AddBookings(this IServiceCollection services)
    {
        services.AddOptions<BookingOptions>().BindConfiguration(BookingOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BookingOptions>, Validator>();
        services.AddSingleton<BookingLook>();
        return services;
    }

    private sealed class Validator : IValidateOptions<BookingOptions>
    {
        public ValidateOptionsResult Validate(string? name, BookingOptions options) =>
            options.Failures().ToArray() is { Length: > 0 } failures ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }
}
