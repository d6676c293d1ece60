using Xunit.Sdk;
using Xunit.v3;

// Timing of a cluster on two cores: one drill at a time.
[assembly: Parallelization(Mode = ParallelMode.None)]
