package org.karyon.hostile.instrumented;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.ClassWriter;

/** Writes some classes anew as they are loaded. */
interface Rewriting extends ClassFileTransformer {

  /** Whether a class, named as in bytecode, is one of them. */
  boolean rewrites(String name);

  /** What writes such a class. */
  ClassVisitor visitor(ClassWriter writer, String name);

  @Override
  default byte[] transform(
      ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
    if (name == null || !rewrites(name)) {
      return null;
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    new ClassReader(bytes).accept(visitor(writer, name), 0);
    return writer.toByteArray();
  }
}
