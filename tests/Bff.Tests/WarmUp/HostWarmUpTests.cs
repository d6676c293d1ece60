using Bff.ServiceDefaults;
using Bff.ServiceDefaults.WarmUp;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bff.Tests.WarmUp;

/// <summary>A host is ready when it is warm, or when it has tried for long enough.</summary>
public sealed class HostWarmUpTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task Readiness_stays_off_while_an_exercise_runs_and_goes_on_when_its_time_is_over()
    {
        var exercise = new Exercise(_ => new TaskCompletionSource().Task);
        await using var app = await StartAsync(exercise, "Production");
        await exercise.Begun.Task.WaitAsync(Patience);

        (await StatusAsync(app, HealthTags.Ready)).ShouldBe(HealthStatus.Unhealthy);
        (await StatusAsync(app, HealthTags.Live)).ShouldBe(HealthStatus.Healthy);
        time.Advance(TimeSpan.FromSeconds(10));

        await BecomesReadyAsync(app);
        exercise.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public async Task An_exercise_is_repeated_until_the_runtime_has_nothing_more_to_compile()
    {
        // Each round takes a tenth of a second; nothing new is compiled for it after the first ones.
        var exercise = new Exercise(_ =>
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            return Task.CompletedTask;
        });
        await using var app = await StartAsync(exercise, "Production", maxSeconds: 300);

        await BecomesReadyAsync(app);
        exercise.Rounds.ShouldBeGreaterThanOrEqualTo(10);
    }

    [Fact]
    public async Task An_exercise_that_fails_does_not_keep_the_host_from_becoming_ready()
    {
        var exercise = new Exercise(_ => throw new InvalidOperationException("no"));
        await using var app = await StartAsync(exercise, "Production");

        await BecomesReadyAsync(app);
        exercise.Rounds.ShouldBe(1);
    }

    [Fact]
    public async Task An_exercise_that_cannot_be_put_away_does_not_keep_the_host_from_becoming_ready()
    {
        var exercise = new Exercise(_ => throw new InvalidOperationException("no")) { OnDispose = () => throw new InvalidOperationException("nor") };
        await using var app = await StartAsync(exercise, "Production");

        await BecomesReadyAsync(app);
    }

    [Theory]
    [InlineData("Development", null)]
    [InlineData("Production", "false")]
    public async Task Where_it_is_off_the_host_is_ready_at_once(string environment, string? enabled)
    {
        var exercise = new Exercise(_ => Task.CompletedTask);
        await using var app = await StartAsync(exercise, environment, enabled: enabled);

        await BecomesReadyAsync(app);
        exercise.Rounds.ShouldBe(0);
    }

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private async Task<WebApplication> StartAsync(Exercise exercise, string environment, double maxSeconds = 10, string? enabled = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration["Urls"] = "http://127.0.0.1:0";
        builder.Configuration["WarmUp:MaxSeconds"] = $"{maxSeconds}";
        builder.Configuration["WarmUp:Enabled"] = enabled;
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults("test");
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        builder.Services.AddWarmUp<Exercise>();
        builder.Services.Replace(ServiceDescriptor.Singleton<IWarmUpExercise>(exercise));
        var app = builder.Build();
        app.MapDefaultEndpoints();
        await app.StartAsync();
        return app;
    }

    private static async Task BecomesReadyAsync(WebApplication app)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (await StatusAsync(app, HealthTags.Ready) is not HealthStatus.Healthy)
        {
            deadline.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static async Task<HealthStatus> StatusAsync(WebApplication app, string tag) =>
        (await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains(tag))).Status;

    private sealed class Exercise(Func<CancellationToken, Task> run) : IWarmUpExercise
    {
        private int rounds;

        public TaskCompletionSource Begun { get; } = new();

        public int Rounds => rounds;

        public bool IsDisposed { get; private set; }

        /// <summary>Done when it is put away for the first time.</summary>
        public Action? OnDispose { get; set; }

        public Task RunAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref rounds);
            Begun.TrySetResult();
            return run(cancellationToken);
        }

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            var onDispose = OnDispose;
            OnDispose = null;
            onDispose?.Invoke();
            return ValueTask.CompletedTask;
        }
    }
}
