using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace FitServerless.Functions;

public static class FunctionApp
{
    public static IFunctionsWorkerApplicationBuilder AddFitServerless(
        this IFunctionsWorkerApplicationBuilder builder, IConfiguration configuration) => builder;
}
