namespace FitServerless.Tests.Infra;

/// <summary>A test of a shell script, which nobody runs on Windows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "A shell script is tested where there is a shell.";
    }
}
