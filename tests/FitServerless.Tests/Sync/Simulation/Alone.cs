namespace FitServerless.Tests.Sync.Simulation;

/// <summary>Runs a simulation on this thread alone: the tests' own context would send continuations to other threads.</summary>
internal static class Alone
{
    public static T Run<T>(Func<T> simulation)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return simulation();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
