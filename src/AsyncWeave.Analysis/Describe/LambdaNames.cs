using AsyncWeave.Analysis.Discovery;
using AsyncWeave.Analysis.Reading.Signatures;
using AsyncWeave.Analysis.Rules;
using AsyncWeave.Model;

namespace AsyncWeave.Analysis.Describe;

/// <summary>Calls a lambda by what it is passed to, <c>Orders.SubmitAsync: lambda in Retry</c>: its number says nothing to who reads the source.</summary>
internal static class LambdaNames
{
    private const string Lambda = ": lambda ";

    public static IReadOnlyList<AsyncMethod> Complete(IReadOnlyList<AsyncMethod> methods, FunctionUses uses)
    {
        var passed = methods.Where(IsLambda).Select(method => new Passed(method, CalleeOf(method, uses))).Where(lambda => lambda.Callee is not null).ToList();
        if (passed.Count == 0)
            return methods;
        var named = new Dictionary<AsyncMethod, AsyncMethod>();
        foreach (var alike in passed.GroupBy(lambda => lambda.Method.Names.ContainingMethod + "\n" + lambda.Callee).Select(group => group.ToList()))
            alike.ForEach(lambda => named[lambda.Method] = Named(lambda.Method, lambda.Callee!, alone: alike.Count == 1));
        return [.. methods.Select(method => named.TryGetValue(method, out var renamed) ? renamed : method)];
    }

    private static bool IsLambda(AsyncMethod method) =>
        method.Form == MethodForm.Lambda && method.Names.DisplayName.Contains(Lambda);

    /// <summary>Null where the delegate is stored or returned, or goes to different calls.</summary>
    private static string? CalleeOf(AsyncMethod lambda, FunctionUses uses)
    {
        try
        {
            var names = uses.Of(lambda.KickoffHandle).Select(use => use.Consumer is { } consumer ? NameOf(consumer) : null).Distinct().ToList();
            return names.Count == 1 ? names[0] : null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return null; // a body that cannot be read names nothing
        }
    }

    // new Timer(async …), order.Changed += async …, options.OnFailed = async …
    private static string NameOf(NamedMethod consumer)
    {
        if (consumer.Name == ".ctor")
            return "new " + ShortName.OfType(consumer.DeclaringName);
        var accessor = consumer.Name.IndexOf('_');
        return consumer.Name.Substring(0, Math.Max(0, accessor)) is "add" or "remove" or "set" ? consumer.Name.Substring(accessor + 1) : consumer.Name;
    }

    // `lambda 2` keeps its number where a call of the same name takes another one.
    private static AsyncMethod Named(AsyncMethod method, string callee, bool alone)
    {
        var name = method.Names.DisplayName;
        var display = alone ? name.Substring(0, name.LastIndexOf(Lambda, StringComparison.Ordinal)) + Lambda + "in " + callee : name + " in " + callee;
        return method.With(method.Names with { DisplayName = display });
    }

    /// <param name="Callee">What takes the lambda; null where nothing does, or several.</param>
    private sealed record Passed(AsyncMethod Method, string? Callee);
}
