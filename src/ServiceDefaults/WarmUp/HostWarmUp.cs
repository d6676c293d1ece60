using System.Runtime;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bff.ServiceDefaults.WarmUp;

/// <summary>
/// Runs the exercises of a host until it is warm:
/// <list type="number">
/// <item>Each is run once in a round; one that fails is left out from then on.</item>
/// <item>The runtime compiles a method anew when it has been called often, some time after the last new one was seen. So it is warm when
/// hardly any method was compiled over some rounds and a time that is longer than that delay.</item>
/// <item>When its time is over it ends, warm or not.</item>
/// </list>
/// </summary>
internal sealed partial class HostWarmUp(
    IEnumerable<IWarmUpExercise> exercises, IOptions<WarmUpOptions> options, IHostEnvironment environment, TimeProvider time, ILogger<HostWarmUp> logger)
    : BackgroundService
{
    private const int QuietRounds = 10;

    // Background compilation of the runtime itself never ends altogether.
    private const int FewMethods = 10;

    // Several times TieredCompilation.BackgroundWorkerTimeoutMs and TC_CallCountingDelayMs (100 ms).
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(400);

    private volatile bool isDone;

    /// <summary>The host may say that it is ready.</summary>
    public bool IsDone => isDone;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Enabled ?? !environment.IsDevelopment())
        {
            await RunAsync(stoppingToken);
        }

        isDone = true;
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        var started = time.GetTimestamp();
        var before = Compiled;
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.MaxSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stoppingToken);
        var left = exercises.ToList();
        var (rounds, isWarm) = (0, false);
        try
        {
            for (var since = (Round: 0, At: started, Compiled: before); !isWarm && left.Count > 0; rounds++)
            {
                await RoundAsync(left, either.Token); // Step 1
                if (Compiled - since.Compiled > FewMethods)
                {
                    since = (rounds, time.GetTimestamp(), Compiled);
                }

                isWarm = rounds - since.Round >= QuietRounds && time.GetElapsedTime(since.At) >= Quiet; // Step 2
            }
        }
        catch (OperationCanceledException)
        {
            // Step 3
        }

        foreach (var exercise in exercises)
        {
            try
            {
                await exercise.DisposeAsync();
            }
            catch (Exception problem)
            {
                Failed(exercise.GetType().Name, problem);
            }
        }

        var (took, methods) = (time.GetElapsedTime(started).TotalSeconds, Compiled - before);
        Ended(isWarm, took, rounds, methods);
    }

    private async Task RoundAsync(List<IWarmUpExercise> left, CancellationToken cancellationToken)
    {
        foreach (var exercise in left.ToArray())
        {
            try
            {
                // One that does not look at the token must not keep the host from becoming ready.
                await exercise.RunAsync(cancellationToken).WaitAsync(cancellationToken);
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                left.Remove(exercise);
                Failed(exercise.GetType().Name, problem);
            }
        }
    }

    private static long Compiled => JitInfo.GetCompiledMethodCount();

    [LoggerMessage(EventId = 7301, Level = LogLevel.Information, Message = "Warm-up ended: warm {IsWarm}, {Seconds:0.0} s, {Rounds} rounds, {Methods} methods compiled.")]
    private partial void Ended(bool isWarm, double seconds, int rounds, long methods);

    [LoggerMessage(EventId = 7302, Level = LogLevel.Warning, Message = "The exercise {Exercise} of the warm-up failed; the host starts without it.")]
    private partial void Failed(string exercise, Exception problem);
}
