using FitServerless.Local.Host.Invocation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace FitServerless.Local.Host.Http;

/// <summary>[FromBody] through MVC's formatters, and so by its <c>JsonOptions</c>.</summary>
internal sealed partial class BodyParameter(
    Type type, IModelMetadataProvider metadataProvider, IModelBinderFactory modelBinders, ILogger logger)
{
    private readonly ModelMetadata _metadata = metadataProvider.GetMetadataForType(type);
    private readonly IModelBinder _binder = modelBinders.CreateBinder(new ModelBinderFactoryContext
    {
        Metadata = metadataProvider.GetMetadataForType(type),
        BindingInfo = new BindingInfo { BindingSource = BindingSource.Body },
    });

    /// <exception cref="InvalidOperationException">
    /// The body is empty, malformed or of another media type. The worker throws no better one, and the middleware sees it.
    /// </exception>
    public async ValueTask<object?> ReadAsync(LocalFunctionContext context)
    {
        var binding = new DefaultModelBindingContext
        {
            ActionContext = new ActionContext { HttpContext = ((HttpFunctionContext)context).HttpContext },
            BindingSource = BindingSource.Body,
            ModelMetadata = _metadata,
            ModelName = "",
            ModelState = new ModelStateDictionary(),
        };
        await _binder.BindModelAsync(binding);
        if (binding.Result.IsModelSet) return binding.Result.Model;
        if (!binding.ModelState.IsValid) throw new InvalidOperationException(ErrorsOf(binding.ModelState));
        LogUnbound(type);
        return null;
    }

    private static string ErrorsOf(ModelStateDictionary state) => string.Join(
        Environment.NewLine,
        state.Values
            .SelectMany(entry => entry.Errors)
            .Select(error => string.IsNullOrEmpty(error.ErrorMessage) ? error.Exception?.Message : error.ErrorMessage));

    [LoggerMessage(LogLevel.Warning, "Unable to bind the request body to {Type}")]
    private partial void LogUnbound(Type type);
}
