using FitServerless.Mail;
using FitServerless.Storage;
using FitServerless.Storage.Sealing;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace FitServerless.Functions.Http;

/// <summary>
/// Turns what escapes an HTTP function into a problem answer without a word of the exception. On other triggers it does nothing: there the
/// host must see the failure.
/// </summary>
internal sealed partial class ProblemMiddleware(TimeProvider clock, ILogger<ProblemMiddleware> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (context.GetHttpContext() is { Response.HasStarted: false } http)
        {
            context.GetInvocationResult().Value = e is OperationCanceledException && http.RequestAborted.IsCancellationRequested
                ? Results.StatusCode(StatusCodes.Status499ClientClosedRequest)
                : new ProblemResult(ProblemOf(e, context.FunctionDefinition.Name));
        }
    }

    private Problem ProblemOf(Exception exception, string function)
    {
        switch (exception)
        {
            case ProblemException e:
                return e.Problem;
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Problems.BodyTooLarge;
            case BadHttpRequestException e:
                return Problems.Malformed("The request could not be read.") with { Status = e.StatusCode };
            case SyncContentionException:
                LogContention(function);
                return Problems.Busy;
            case SealException e:
                LogUnreadable(function, e.Message);
                return Problems.Unreadable;
            case MailOutageException e:
                LogMailUnavailable(function, e.Message);
                return Problems.MailUnavailable;
            case var _ when StorageFaults.IsOutage(exception):
                LogStorageUnavailable(function, StorageFaults.Reason(exception));
                return Problems.StorageBusy(StorageFaults.RetryAfterSeconds(exception, clock.GetUtcNow()));
            case var _ when DurableFaults.OutageOf(exception) is { } status:
                LogDurableUnavailable(function, status);
                return Problems.StorageUnavailable;
            default:
                LogUnhandled(function, exception);
                return Problems.Internal;
        }
    }

    [LoggerMessage(2001, LogLevel.Error, "{Function} failed")]
    private partial void LogUnhandled(string function, Exception exception);

    [LoggerMessage(2002, LogLevel.Error, "{Function} could not reach storage: {Reason}")]
    private partial void LogStorageUnavailable(string function, string reason);

    [LoggerMessage(2004, LogLevel.Error, "{Function} could not open a sealed blob: {Reason}")]
    private partial void LogUnreadable(string function, string reason);

    [LoggerMessage(2005, LogLevel.Error, "{Function} could not send a letter: {Reason}")]
    private partial void LogMailUnavailable(string function, string reason);

    [LoggerMessage(2006, LogLevel.Error, "{Function} could not reach the durable hub: {Status}")]
    private partial void LogDurableUnavailable(string function, string status);

    [LoggerMessage(2003, LogLevel.Warning, "{Function} gave up: other writers of the same user were first each time")]
    private partial void LogContention(string function);
}
