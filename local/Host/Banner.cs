namespace FitServerless.Local.Host;

/// <summary>The list of functions as <c>func start</c> prints it.</summary>
internal static class Banner
{
    public static void Print(FunctionHost host)
    {
        Console.WriteLine();
        Console.WriteLine("Functions:");
        Console.WriteLine();
        foreach (var function in host.HttpFunctions)
        {
            var path = function.Pattern.RawText!.TrimStart('/');
            Console.WriteLine($"        {function.Function.Name}: [{function.Methods}] {host.BaseAddress}{path}");
        }

        foreach (var timer in host.Timers) Console.WriteLine($"        {timer.Function.Name}: timerTrigger");
        foreach (var function in host.DurableFunctions)
        {
            var trigger = function.Definition.InputBindings.Values.Single();
            Console.WriteLine($"        {function.Name}: {trigger.Type}");
        }

        Console.WriteLine();
    }
}
