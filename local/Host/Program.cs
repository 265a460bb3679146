using FitServerless.Functions;
using FitServerless.Local.Host;
using Microsoft.Extensions.Options;

var port = args is ["--port", var number] && ushort.TryParse(number, out var given) ? given : 7071;
try
{
    await using var host = await FunctionHost.StartAsync(new()
    {
        FunctionAssembly = typeof(FunctionApp).Assembly,
        Register = (builder, configuration) => builder.AddFitServerless(configuration),
        Port = port,
    });
    Banner.Print(host);
    await host.WaitForShutdownAsync();
    return 0;
}
catch (Exception exception) when (exception is FunctionHostException or OptionsValidationException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
